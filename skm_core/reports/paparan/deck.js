(() => {
  const steps = [...document.querySelectorAll("main > section")];
  const root = document.documentElement;
  const framed = window.frameElement !== null; // null too inside a page of another place, which is left alone
  let here = 0;

  /* The step is kept in the address: of the page around this one if there is one, else of the file. */
  const asked = () => (framed ? new URLSearchParams(window.parent.location.search).get("langkah") : location.hash.slice(1));
  const keep = (key) => {
    if (!framed) return history.replaceState(null, "", "#" + key);
    const address = new URL(window.parent.location.href);
    address.searchParams.set("langkah", key);
    window.parent.history.replaceState(window.parent.history.state, "", address);
  };
  const show = (place, quiet) => {
    here = Math.max(0, Math.min(steps.length - 1, place));
    steps.forEach((step, number) => (step.hidden = number !== here));
    document.querySelector(".hitung").textContent = here + 1 + " / " + steps.length;
    document.querySelector(".kemajuan").setAttribute("aria-valuenow", here + 1);
    document.querySelector(".kemajuan i").style.width = (100 * (here + 1)) / steps.length + "%";
    document.querySelector("[data-aksi=mundur]").disabled = here === 0;
    document.querySelector("[data-aksi=maju]").disabled = here === steps.length - 1;
    steps[here].scrollTop = 0;
    brief();
    if (!quiet) {
      keep(steps[here].id);
      steps[here].querySelector("h1").focus({ preventScroll: true });
    }
  };
  /* A window of the speaker's own, for the second screen: the note, the next message, and the time since the start. */
  let desk = null, since = 0;
  const put = (name, text) => (desk.document.getElementById(name).textContent = text);
  const brief = () => {
    if (!desk || desk.closed) return;
    const next = steps[here + 1];
    put("kini", here + 1 + " / " + steps.length + "  " + steps[here].querySelector("h1").textContent);
    put("nanti", next ? "Berikutnya: " + next.querySelector("h1").textContent : "Langkah terakhir");
    desk.document.getElementById("catatan").innerHTML = steps[here].querySelector("aside p").innerHTML;
  };
  const speak = () => {
    desk = window.open("", "pembicara", "width=900,height=640");
    if (!desk) return;
    desk.document.title = "Pembicara: " + document.title;
    desk.document.documentElement.lang = "id";
    desk.document.body.innerHTML = '<p id="jam"></p><h1 id="kini"></h1><p id="catatan"></p><p id="nanti"></p>';
    desk.document.body.style.cssText = "font:22px/1.45 sans-serif;margin:32px;max-width:44em;color:#15202b;background:#fff";
    desk.document.getElementById("nanti").style.color = "#5a6672";
    desk.document.addEventListener("keydown", press);
    since = since || Date.now();
    brief();
    tick();
  };
  const tick = () => {
    if (!desk || desk.closed) return;
    const seconds = Math.floor((Date.now() - since) / 1000);
    put("jam", Math.floor(seconds / 60) + " menit " + (seconds % 60) + " detik");
    setTimeout(tick, 1000);
  };
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen().catch(() => {});
  };
  const dress = (theme) => {
    root.dataset.tema = theme;
    document.querySelector("[data-aksi=gelap]").textContent = theme === "gelap" ? "Terang" : "Gelap";
  };
  const dark = () => dress(root.dataset.tema === "gelap" ? "terang" : "gelap");
  /* On the page, over the whole window: there the page's own button ends it. */
  const stage = framed && window.frameElement.closest(".st-key-paparan-penuh");
  const leave = () => stage.querySelector(".st-key-paparan-tutup button").click();
  const actions = {
    maju: () => show(here + 1),
    mundur: () => show(here - 1),
    catatan: () => document.body.classList.toggle("bercatatan"),
    gelap: dark,
    pembicara: speak,
    penuh: full,
  };
  const keys = {
    ArrowRight: actions.maju, ArrowDown: actions.maju, PageDown: actions.maju, " ": actions.maju,
    ArrowLeft: actions.mundur, ArrowUp: actions.mundur, PageUp: actions.mundur,
    Home: () => show(0), End: () => show(steps.length - 1),
    n: actions.catatan, p: actions.pembicara, g: actions.gelap, f: actions.penuh,
    Escape: () => stage && leave(),
  };
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.target.closest("button, a");
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", press);
  document.querySelectorAll("[data-aksi]").forEach((button) => button.addEventListener("click", actions[button.dataset.aksi]));
  /* After a click of the mouse the space bar goes on with the story; who came by keyboard keeps the button. */
  document.addEventListener("click", (event) => event.detail && event.target.closest("button")?.blur());
  window.addEventListener("hashchange", () => show(Math.max(0, steps.findIndex((step) => step.id === asked())), true));

  /* A finger moves through the steps too, but never while it scrolls. */
  let touch = null;
  document.addEventListener("touchstart", (event) => (touch = event.changedTouches[0]), { passive: true });
  document.addEventListener("touchend", (event) => {
    const end = event.changedTouches[0], across = end.clientX - touch.clientX, down = end.clientY - touch.clientY;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) show(here + (across < 0 ? 1 : -1));
  }, { passive: true });

  /* In full screen the controls leave when nobody moves. */
  let rest;
  const stir = () => {
    document.body.classList.remove("diam");
    clearTimeout(rest);
    rest = setTimeout(() => document.body.classList.add("diam"), 2500);
  };
  ["mousemove", "touchstart", "focusin"].forEach((kind) => document.addEventListener(kind, stir, { passive: true }));

  const example = (section) => {
    const known = JSON.parse(section.querySelector("script").textContent);
    const bobot = known.unsur.map((one) => one.bobot);
    let earlier = [], now = [...known.jawaban];
    const put = (name, text) => (section.querySelector("[data-isi=" + name + "]").textContent = text);
    const draw = () => {
      const forms = now.some((value) => value !== null) ? [...earlier, now] : earlier;
      const found = skm.score(forms, bobot);
      const grade = found && skm.grade(found.ikm, known.mutu);
      section.querySelectorAll("li").forEach((row, place) => {
        row.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", Number(button.dataset.nilai) === now[place]));
        row.querySelector(".label").textContent = now[place] === null ? "" : known.unsur[place].label[now[place] - 1];
        row.querySelector(".nrr").textContent = found && found.nrr[place] !== null ? skm.words(found.nrr[place], 3) : "–";
      });
      put("tertimbang", found ? skm.words(found.tertimbang, 3) : "–");
      put("ikm", found ? skm.words(found.ikm, 2) : "–");
      put("huruf", grade ? grade[0] : "");
      put("kinerja", grade ? grade[1] : "Pilih jawaban");
      section.querySelector("[data-isi=huruf]").className = "mutu " + (grade ? grade[0] : "");
      put("n", forms.length);
    };
    section.querySelectorAll("li button").forEach((button) => button.addEventListener("click", () => {
      const place = Number(button.closest("li").dataset.unsur), value = Number(button.dataset.nilai);
      now[place] = now[place] === value ? null : value;
      draw();
    }));
    section.querySelector("[data-contoh=tambah]").addEventListener("click", () => {
      if (now.some((value) => value !== null)) earlier.push(now);
      now = bobot.map(() => null);
      draw();
    });
    section.querySelector("[data-contoh=kosong]").addEventListener("click", () => {
      earlier = [];
      now = bobot.map(() => null);
      draw();
    });
    draw();
  };
  document.querySelectorAll("section.example").forEach(example);

  if (matchMedia("(prefers-color-scheme: dark)").matches) dress("gelap");
  show(Math.max(0, steps.findIndex((step) => step.id === asked())), true);
  if (stage) {
    const end = document.createElement("button");
    end.type = "button";
    end.textContent = "Tutup";
    end.title = "Kembali ke halaman (Esc)";
    end.addEventListener("click", leave);
    document.querySelector(".hitung").before(end);
    window.focus();
  }
})();
