// Watches when a page is drawn (the frame after its last change), what moves and what is missing after its first picture:
// shifts of the layout as the browser counts them, and in every frame the height of the page under its menu and the
// faintest thing that waits to be renewed. The first picture is the first frame with the title of a page and the style
// sheets; a frame that shows words without them is counted as bare.
(() => {
  const seen = (window.skmSteady = { shifts: [], frames: [], bare: 0, clicked: 0, changed: 0, drawn: 0, pictured: 0 });
  let titled = false;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // until then boxes move that hold nothing yet, which nobody can see
      if (seen.pictured && entry.startTime >= seen.pictured) seen.shifts.push({
        value: entry.value, what: entry.sources.map(({ node }) => told(node)) });
    }
  }).observe({ type: "layout-shift", buffered: true });
  const told = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.closest("[class*=st-key-]")?.className.match(/st-key-\S+/) ?? element.tagName}: `
      + (element.textContent ?? "").slice(0, 40) : "gone";
  };
  addEventListener("click", () => (seen.clicked = performance.now()), true);
  new MutationObserver(() => (seen.changed = performance.now())).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true });
  const frame = (now) => {
    if (titled && !seen.pictured) seen.pictured = now;
    const styled = getComputedStyle(document.body).getPropertyValue("--skm-ink");
    if (!styled && document.querySelector(".skm-band, .skm-name, .skm-head h1")) seen.bare++;
    titled ||= styled && document.querySelector(".skm-head h1");
    if (seen.changed > seen.drawn) seen.drawn = performance.now();
    const page = document.querySelector("[data-testid=stMainBlockContainer]");
    const menu = document.querySelector(".st-key-skm-menu");
    if (page && menu) {
      const stale = [...page.querySelectorAll("[data-stale=true]")].map((one) => +getComputedStyle(one).opacity);
      seen.frames.push({
        below: Math.round(page.getBoundingClientRect().bottom - menu.getBoundingClientRect().bottom),
        opacity: Math.min(1, ...stale),
      });
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})();
