"use strict";
// Sorting and filtering of tables. Without it the page shows the same.
const key = (cell) => {
  const text = cell.textContent.trim();
  const number = parseFloat(text);
  return Number.isNaN(number) || /^[^\d.+-]/.test(text) ? text : number;
};
const before = (a, b) => {
  const [one, other] = [typeof a, typeof b];
  if (one !== other) return one === "number" ? -1 : 1;
  return one === "number" ? a - b : a.localeCompare(b, undefined, { numeric: true });
};
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      const keyed = [...body.rows].map((row) => [key(row.cells[column]), row]);
      keyed.sort(([a], [b]) => direction * before(a, b));
      body.append(...keyed.map(([, row]) => row));
    });
  });
}
const form = document.querySelector("form.filter");
if (form) {
  const [find, show, shown] = ["find", "show", "shown"].map((name) => document.getElementById(name));
  const rows = [...document.querySelector("section table.sortable").tBodies[0].rows];
  const words = rows.map((row) => `${row.cells[0].textContent} ${row.cells[2].textContent}`.toLowerCase());
  const filter = () => {
    let count = 0;
    rows.forEach((row, number) => {
      const flags = row.cells[2].textContent.split(", ");
      const hidden = !words[number].includes(find.value.toLowerCase()) || (show.value && !flags.includes(show.value));
      row.hidden = hidden;
      count += hidden ? 0 : 1;
    });
    shown.value = `${count} of ${rows.length}`;
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  find.addEventListener("input", filter);
  show.addEventListener("change", filter);
  form.hidden = false;
  filter();
}
