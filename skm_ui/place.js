/* Where a page that was turned to begins: at its top; by the browser's back and forward where it was left. */
{
  const main = document.querySelector("[data-testid=stMain]");
  if (!window.skmPlaces) {
    window.skmPlaces = {};
    addEventListener("popstate", () => { window.skmBackTo = location.pathname; });
    document.addEventListener("scroll", () => {
      if (window.skmPage === location.pathname) window.skmPlaces[location.href] = main.scrollTop;
    }, true);
  }
  main.scrollTop = window.skmBackTo === location.pathname ? window.skmPlaces[location.href] ?? 0 : 0;
  window.skmBackTo = undefined;
  window.skmPage = location.pathname;
}
