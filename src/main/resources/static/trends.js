// Trends: the arrows lead from value to value of a chart, which is one stop of the tab key. Without this file the table
// beside each chart has them all.
(() => {
  "use strict";
  document.addEventListener("keydown", (event) => {
    const point = event.target.closest?.(".chart a.point");
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...point.ownerSVGElement.querySelectorAll("a.point")];
    const at = all.indexOf(point);
    const across = (by) => {
      const columns = [...new Set(all.map((one) => +one.dataset.column))].sort((a, b) => a - b);
      const column = columns[columns.indexOf(+point.dataset.column) + by];
      return all.find((one) => +one.dataset.column === column && one.dataset.row === point.dataset.row);
    };
    const to = { ArrowRight: () => all[at + 1], ArrowLeft: () => all[at - 1], ArrowDown: () => across(1), ArrowUp: () => across(-1), Home: () => all[0], End: () => all.at(-1) }[event.key];
    if (!to) return;
    event.preventDefault();
    const next = to();
    if (!next) return;
    point.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
})();
