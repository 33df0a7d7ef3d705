// What a translator gets while typing: the remarks of the checks on the row.
"use strict";

{
  const PAUSE = 350; // milliseconds after the last letter before the checks are asked
  for (const form of document.querySelectorAll("form[data-rows]")) {
    const waiting = new Map();
    const judge = async (field) => {
      const said = new URLSearchParams({ row: field.dataset.row, words: field.value });
      const answer = await fetch(form.dataset.remarks, { method: "POST", body: said }).catch(() => undefined);
      if (answer && answer.status === 503) waiting.set(field, setTimeout(judge, PAUSE, field)); // the desk is busy
      if (!answer || !answer.ok) return;
      const told = await answer.text();
      if (said.get("words") !== field.value) return; // something else is typed by now
      const place = document.getElementById(`k-${field.dataset.row}`);
      if (place.innerHTML.trim() !== told.trim()) place.innerHTML = told;
    };
    form.addEventListener("input", (event) => {
      const field = event.target;
      if (!field.dataset.row) return;
      clearTimeout(waiting.get(field));
      waiting.set(field, setTimeout(judge, PAUSE, field));
    });
    for (const field of form.querySelectorAll("textarea[data-row]")) { // typed before this script was here
      if (field.value !== field.defaultValue) waiting.set(field, setTimeout(judge, PAUSE, field));
    }
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector("button.primary"));
    });
  }
}
