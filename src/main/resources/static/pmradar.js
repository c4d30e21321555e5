// PM Radar: what a keyboard and a wide screen add. Everything else works without this file.
(() => {
  "use strict";
  const wide = matchMedia("(min-width: 1240px)");
  const $ = (selector, from = document) => from.querySelector(selector);
  const rows = () => [...document.querySelectorAll(".row")];
  const announce = (words) => { const place = $("#announce"); if (place) place.textContent = words; };

  // The posting that the keys act on: the one with focus, else the one shown beside the list.
  const current = () => document.activeElement?.closest?.(".row") || $(".row.selected");

  function select(row, focus) {
    for (const other of rows()) other.classList.toggle("selected", other === row);
    for (const link of document.querySelectorAll(".row .title[aria-current]")) link.removeAttribute("aria-current");
    const title = $(".title", row);
    title.setAttribute("aria-current", "true");
    if (focus) { title.focus({ preventScroll: true }); row.scrollIntoView({ block: "nearest" }); }
    if (wide.matches) show(row);
  }

  let waiting;
  function show(row) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const preview = $("#preview");
      if (!preview || !window.htmx || $("[data-id]", preview)?.dataset.id === row.dataset.id) return;
      htmx.ajax("GET", `/postings/${row.dataset.id}/preview`, { target: "#preview", swap: "innerHTML" })
        .then(() => { preview.scrollTop = 0; });
      const address = new URL(location.href);
      address.searchParams.set("selected", row.dataset.id);
      history.replaceState(history.state, "", address);
    }, 60);
  }

  function step(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(current());
    select(all[Math.min(all.length - 1, Math.max(0, at + by))], true);
  }

  // The row's own button: what it does stands on it.
  function press(key) {
    const row = current();
    const button = row && $(`.mine [data-key="${key}"]`, row);
    if (button) button.click();
  }

  function remembered() {
    if (!wide.matches) return;
    const shown = $("#preview [data-id]");
    const row = shown && $(`#p${shown.dataset.id}`);
    if (row) row.classList.add("selected");
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { const row = current(); if (row) location.assign($(".title", row).href); },
    s: () => press("s"),
    h: () => press("h"),
    "/": () => { const box = $("#q"); if (box) { box.focus(); box.select(); } else location.assign("/"); },
    "?": () => { const help = $("#keys"); if (help.open) help.close(); else help.showModal(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && event.target.id === "q") { event.target.blur(); return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if ($("#keys")?.open && event.key !== "?") return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // On wide screens a plain click on a row shows it beside the list; the title of the preview opens it.
  document.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (!row || !wide.matches || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target.closest("a:not(.title), .mine") || String(getSelection())) return;
    if (event.detail === 0 && event.target.closest(".title")) return; // Enter opens
    event.preventDefault();
    select(row, true);
  });

  // The light switch changes at once and is remembered by the server's cookie.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".theme");
    if (!form) return;
    event.preventDefault();
    const root = document.documentElement;
    const dark = root.dataset.theme === "dark" || (root.dataset.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    const theme = dark ? "light" : "dark";
    root.dataset.theme = theme;
    const sent = new URLSearchParams(new FormData(form));
    sent.set("theme", theme);
    fetch(form.action, { method: "POST", body: sent, redirect: "manual" });
    announce(theme === "dark" ? "Dark colours" : "Light colours");
  });

  // A swapped list keeps the focus where it was, says its count, and is the list the query box speaks of.
  let held;
  const value = (link) => $(".value", link.closest(".choice") || link)?.textContent;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id !== "search") return;
    const active = document.activeElement;
    const group = active?.closest?.("#facets details[id]");
    held = group ? { group: group.id, words: value(active), out: active.classList.contains("exclude") } : null;
    const open = [...document.querySelectorAll("#facets > details")].map((one) => [one.id, one.open]);
    addEventListener("htmx:afterSettle", () => {
      for (const [id, was] of open) { const one = document.getElementById(id); if (one && was) one.open = true; }
    }, { once: true });
  });
  document.addEventListener("htmx:afterRequest", ({ target }) => {
    const id = target.dataset?.seen;
    if (id) document.getElementById(`mine${id}`)?.classList.add("was-seen");
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const said = event.target.dataset?.said;
    if (event.target.matches?.(".mine") && said) announce(said);
    remembered();
    const search = $("#search");
    if (search && search.dataset.total !== search.dataset.said) {
      search.dataset.said = search.dataset.total;
      announce(search.dataset.total);
    }
    if (!held) return;
    const { group, words, out } = held;
    held = null;
    const links = [...(document.getElementById(group)?.querySelectorAll(out ? "a.exclude" : "a.include") || [])];
    const same = links.find((link) => value(link) === words);
    same?.focus({ preventScroll: true });
  });

  remembered();
})();
