/**
 * What a browser adds to a page that reads without it: a filter over the rows of its tables, by text and by class. It asks nobody for
 * anything. Names of fields are anchors, so a row that an address leads to is shown whatever the filter says.
 */
export const script = `"use strict";
(() => {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const text = form.querySelector("input");
  const choice = form.querySelector("select");
  const told = form.querySelector("output");
  const rows = [...document.querySelectorAll("[data-row]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const said = rows.map((row) => row.textContent.toLowerCase());
  const apply = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = words.every((word) => said[place].includes(word)) && (!choice || !choice.value || row.dataset.row === choice.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    groups.forEach((group) => (group.hidden = !group.querySelector("[data-row]:not([hidden])")));
    told.value = words.length || (choice && choice.value) ? shown + " / " + rows.length : "";
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    text.value = "";
    if (choice) choice.value = "";
    apply();
    target.scrollIntoView();
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = false;
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  if (text.value || (choice && choice.value)) apply();
})();
`;
