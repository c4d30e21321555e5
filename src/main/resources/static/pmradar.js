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
    if (!wide.matches || $(".row.selected")) return;
    const shown = $("#preview [data-id]");
    const row = shown && $(`#p${shown.dataset.id}`);
    if (row) row.classList.add("selected");
  }

  // The query box as a combobox (WAI-ARIA Authoring Practices): the server lists, the arrows choose, Escape closes.
  const query = $("#q"), list = $("#suggestions");
  const options = () => [...list.querySelectorAll("[role=option]")];
  if (query && list) {
    query.setAttribute("role", "combobox");
    query.setAttribute("aria-autocomplete", "list");
    query.setAttribute("aria-controls", "suggestions");
    query.setAttribute("aria-expanded", "false");
    query.addEventListener("blur", () => unfold(false));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => { const one = event.target.closest("[role=option]"); if (one) take(one); });
  }
  function unfold(open) {
    list.hidden = !open;
    query.setAttribute("aria-expanded", String(open));
    if (!open) point(null);
  }
  function point(option) {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    if (option) { query.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
    else query.removeAttribute("aria-activedescendant");
  }
  function take(option) {
    query.value = option.dataset.query;
    unfold(false);
    query.form.requestSubmit();
  }
  // Whether the key was for the list.
  function box(event) {
    const all = list ? options() : [];
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
    if (to !== undefined && all.length) {
      if (list.hidden) unfold(true);
      point(all[to] || null);
    } else if (event.key === "Escape" && list && !list.hidden) unfold(false);
    else if (event.key === "Enter" && !list?.hidden && at >= 0) take(all[at]);
    else {
      if (event.key === "Enter" && list) { list.replaceChildren(); unfold(false); }
      return false;
    }
    event.preventDefault();
    return true;
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
    if (event.target.id === "q" && box(event)) return;
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

  // What the server suggests for letters that are no longer there is not shown.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id !== "suggestions") return;
    if (document.activeElement !== query || new URL(event.detail.xhr.responseURL).searchParams.get("q") !== query.value) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "suggestions") return;
    const count = options().length;
    unfold(count > 0);
    if (count) announce(count === 1 ? "1 suggestion" : `${count} suggestions`);
  });

  // Copies the address of a posting; print is the browser's own.
  for (const one of document.querySelectorAll("#copy, #print")) one.hidden = false;
  document.addEventListener("click", async (event) => {
    if (event.target.closest("#print")) print();
    const copy = event.target.closest("#copy");
    if (!copy) return;
    try { await navigator.clipboard.writeText(copy.dataset.copy); }
    catch { // only secure pages have a clipboard
      const range = document.createRange();
      const link = document.createElement("span");
      link.textContent = copy.dataset.copy;
      copy.after(link);
      range.selectNodeContents(link);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
      link.remove();
    }
    announce("The link is copied");
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy the link"; }, 2000);
  });

  // A swapped list keeps the focus where it was, says its count, and is the list the query box speaks of.
  let held;
  const fold = (details) => details.id || details.parentElement.id + " more";
  const value = (link) => $(".value", link.closest(".choice") || link)?.textContent;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id !== "search") return;
    const active = document.activeElement;
    const group = active?.closest?.("#facets details[id]");
    held = group ? { group: group.id, words: value(active), out: active.classList.contains("exclude") } : null;
    const folds = [...document.querySelectorAll("#facets details")];
    const open = folds.filter((one) => one.open).map(fold);
    const shut = folds.filter((one) => !one.open).map(fold);
    const sheet = $("#facets:popover-open"), scrolled = sheet?.scrollTop;
    addEventListener("htmx:afterSwap", () => {
      for (const one of document.querySelectorAll("#facets details")) {
        if (open.includes(fold(one))) one.open = true;
        if (shut.includes(fold(one))) one.open = false;
      }
      if (!sheet) return;
      $("#facets").showPopover();
      $("#facets").scrollTop = scrolled;
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
  // What the page came with needs no saying.
  const first = $("#search");
  if (first) first.dataset.said = first.dataset.total;
})();
