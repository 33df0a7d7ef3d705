"use strict";

// What the script adds to a page that reads, fills, prints and calls without it. Nothing is sent; what is written lives
// in the fields, and in the storage of the browser only after the writer has asked for it.

(() => {
  const root = document.documentElement;
  const body = document.body;
  const sheet = document.getElementById("sheet");
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // The page as it came, from which a filled copy is made: what the script changes in the page is not in it.
  let pristine = root.cloneNode(true);

  const SVG = "http://www.w3.org/2000/svg";
  const fields = all("[name]", sheet);
  const pictures = all("[data-figure]", sheet);
  const steps = all(".step", sheet);
  const storageName = `notes:${location.pathname}`;
  let drawing = null;
  let undone = null;
  let now = 0;

  // --- What is written: read, put back, empty

  function written() {
    const answers = {};
    for (const field of fields) {
      if (field.type === "checkbox" || field.type === "radio") {
        if (field.checked) answers[`${field.name}=${field.value}`] = true;
      } else if (field.value) {
        answers[field.name] = field.value;
      }
    }
    const drawn = {};
    for (const picture of pictures) {
      const ways = all(".mark", picture).map((mark) => mark.getAttribute("d"));
      if (ways.length) drawn[picture.dataset.figure] = ways;
    }
    return { answers, drawn };
  }

  function isEmpty(state) {
    return !Object.keys(state.answers).length && !Object.keys(state.drawn).length;
  }

  function put(state) {
    for (const field of fields) {
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = state.answers[`${field.name}=${field.value}`] === true;
      } else {
        field.value = typeof state.answers[field.name] === "string" ? state.answers[field.name] : "";
        grow(field);
      }
    }
    for (const picture of pictures) {
      all(".mark", picture).forEach((mark) => mark.remove());
      const ways = state.drawn[picture.dataset.figure];
      for (const way of Array.isArray(ways) ? ways.filter(isWay) : []) picture.querySelector("svg").append(markOf(way));
      showDrawingTools(picture);
    }
    showOwnNumber();
  }

  const nothing = () => ({ answers: {}, drawn: {} });

  // --- Boxes that grow with the writing, where the style sheet cannot make them

  const grows = window.CSS && CSS.supports("field-sizing", "content");

  function grow(field) {
    if (grows || field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  // A browser that brings back on a reload what was written before shows it to whoever reloads the page.
  function reset(field) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
    else field.value = field.defaultValue;
  }

  // --- What the page says of what it did

  const told = byId("told");
  const undo = body.querySelector("[data-does=undo]");

  function tell(what, canUndo = false) {
    told.parentNode.hidden = false;
    undo.hidden = !canUndo;
    told.textContent = told.dataset[what];
  }

  function hush() {
    told.textContent = "";
    told.parentNode.hidden = true;
    undo.hidden = true;
  }

  // --- Where the reader is: one part in view, or the whole page

  const counter = byId("counter");
  const isOne = () => body.classList.contains("one-part");

  function number(value) {
    try {
      return value.toLocaleString(root.lang);
    } catch {
      return String(value);
    }
  }

  function showWhere() {
    steps.forEach((step, at) => step.classList.toggle("now", at === now));
    const slots = { "{part}": number(now + 1), "{parts}": number(steps.length) };
    counter.hidden = steps.length < 2;
    counter.textContent = counter.dataset.words.replace(/\{parts?\}/g, (slot) => slots[slot]);
    body.querySelector("[data-does=part-back]").hidden = !isOne() || now === 0;
    body.querySelector("[data-does=part-next]").hidden = !isOne() || now === steps.length - 1;
  }

  function goTo(at) {
    now = Math.max(0, Math.min(steps.length - 1, at));
    showWhere();
    if (!isOne()) return;
    steps[now].tabIndex = -1;
    steps[now].focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function noteWhere() {
    if (isOne() || !pristine) return;
    const third = window.innerHeight / 3;
    let found = 0;
    steps.forEach((step, at) => {
      if (step.getBoundingClientRect().top <= third) found = at;
    });
    if (found !== now) {
      now = found;
      showWhere();
    }
  }

  function turn(button, name) {
    const on = body.classList.toggle(name);
    const words = button.textContent;
    button.textContent = button.dataset.other;
    button.dataset.other = words;
    close();
    return on;
  }

  function oneOrAll(button) {
    turn(button, "one-part");
    goTo(now);
    if (!isOne()) steps[now].scrollIntoView();
  }

  function onlyLeaf(button) {
    turn(button, "only-leaf");
    window.scrollTo(0, 0);
  }

  function follow(event) {
    const link = event.target.closest("a[href^='#']");
    const target = link && byId(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault(); // neither the address nor the history of the browser tells what was read
    const step = target.closest(".step") || target.querySelector(".step");
    if (step) goTo(steps.indexOf(step));
    target.scrollIntoView();
  }

  // --- The parts of the bar: one open at a time, closed by Escape or by a tap elsewhere

  const folds = all(".fold");

  function close(but = null) {
    for (const fold of folds) {
      if (fold === but || !fold.open) continue;
      fold.open = false;
      if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
    }
  }

  // --- The number that the writer has put down is one to call, too

  // A digit of Arabic, Persian or Hindi as a telephone dials it: each row of digits begins with its zero.
  function latin(digit) {
    const code = digit.codePointAt(0);
    return String(code - [0x0966, 0x06f0, 0x0660].find((zero) => code >= zero && code <= zero + 9));
  }

  function showOwnNumber() {
    const shown = byId("own-number");
    const field = fields.find((it) => it.inputMode === "tel");
    if (!shown || !field) return;
    const digits = field.value.replace(/[٠-٩۰-۹०-९]/g, latin);
    const found = digits.match(/[+]?[0-9][0-9 ()./-]{1,18}[0-9]/);
    shown.hidden = !found;
    shown.replaceChildren();
    if (!found) return;
    const link = document.createElement("a");
    link.href = `tel:${found[0].replace(/[^0-9+]/g, "")}`;
    link.textContent = field.value;
    shown.append(link);
  }

  // --- Drawing on a figure, in its own coordinates, so that nothing is lost when the phone is turned

  // What is kept on a device may be damaged: only what `beginLine` and `goOn` write is a way.
  const isWay = (it) => typeof it === "string" && /^M[-0-9. ]+(L[-0-9. ]+)+$/.test(it);

  function markOf(way) {
    const made = document.createElementNS(SVG, "path");
    made.setAttribute("class", "mark");
    made.setAttribute("d", way);
    return made;
  }

  function showDrawingTools(picture) {
    const some = picture.querySelector(".mark") !== null;
    for (const does of ["draw-back", "draw-clear"]) {
      const button = picture.querySelector(`[data-does=${does}]`);
      if (button) button.hidden = !some;
    }
  }

  function draw(button) {
    const picture = button.closest(".figure");
    const on = picture.classList.toggle("drawing-now");
    button.setAttribute("aria-pressed", String(on));
    const words = button.textContent;
    button.textContent = button.dataset.done;
    button.dataset.done = words;
  }

  function pointOf(event, svg) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
  }

  function beginLine(event) {
    const picture = event.target.closest(".figure.drawing-now");
    const svg = event.target.closest("svg");
    if (!picture || !svg || !event.isPrimary) return;
    event.preventDefault();
    const at = pointOf(event, svg);
    drawing = { svg, picture, id: event.pointerId, path: markOf(`M${at}L${at}`) };
    svg.append(drawing.path);
  }

  function goOn(event) {
    if (!drawing || event.pointerId !== drawing.id) return;
    const way = drawing.path.getAttribute("d");
    drawing.path.setAttribute("d", `${way}L${pointOf(event, drawing.svg)}`);
  }

  function endLine(event) {
    if (!drawing || event.pointerId !== drawing.id) return;
    if (event.type === "pointercancel") drawing.path.remove();
    showDrawingTools(drawing.picture);
    drawing = null;
    changed();
  }

  function eraseLines(button, only) {
    const picture = button.closest(".figure");
    const marks = all(".mark", picture);
    (only ? marks.slice(-1) : marks).forEach((it) => it.remove());
    showDrawingTools(picture);
    if (button.hidden) picture.querySelector("[data-does=draw]").focus();
    changed();
  }

  function sayInWords(button) {
    const figure = button.closest(".figure");
    const step = figure.closest(".step") || sheet;
    const after = all("textarea", step).filter((it) => figure.compareDocumentPosition(it) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
    if (after.length) after[0].focus();
  }

  // --- Keeping on the device: only where no other page of the device can read it, and only if it is asked for

  const keep = byId("keep");

  // Pages opened from files share one storage; a page served by a site has that of its site.
  const isServed = /^https?:$/.test(location.protocol) && window.isSecureContext;

  function keepWritten() {
    if (!keep || !keep.checked) return;
    try {
      localStorage.setItem(storageName, JSON.stringify(written()));
    } catch {
      keep.checked = false;
      tell("failed");
    }
  }

  function forget() {
    try {
      if (isServed) localStorage.removeItem(storageName);
    } catch {
      // a browser that has no storage keeps nothing
    }
  }

  const isMap = (it) => typeof it === "object" && it !== null && !Array.isArray(it);

  function kept() {
    try {
      const state = isServed && JSON.parse(localStorage.getItem(storageName) || "null");
      return isMap(state) && isMap(state.answers) && isMap(state.drawn) ? state : null;
    } catch {
      return null;
    }
  }

  function beginKeeping() {
    if (!keep) return;
    if (!isServed) {
      keep.disabled = true;
      byId("keep-note").textContent = byId("keep-note").dataset.refused;
      return;
    }
    const state = kept();
    if (state) {
      keep.checked = true;
      put(state);
      tell("kept");
    }
    keep.addEventListener("change", () => {
      if (keep.checked) keepWritten();
      else forget();
      if (keep.checked) tell("kept");
      else tell("forgotten");
    });
  }

  // --- Clearing, with one way back

  function clear() {
    close();
    const state = written();
    if (isEmpty(state)) return;
    put(nothing());
    forget();
    undone = state;
    tell("cleared", true);
    undo.focus();
  }

  function unclear() {
    if (!undone) return;
    put(undone);
    undone = null;
    hush();
    keepWritten();
    fields[0].focus({ preventScroll: true });
  }

  // --- Leaving: first everything here, without any help from outside, and only then another place

  function leave() {
    forget();
    put(nothing());
    undone = pristine = null;
    const elsewhere = root.dataset.elsewhere;
    document.title = "\u200b";
    root.removeAttribute("data-elsewhere");
    document.head.querySelectorAll("style").forEach((it) => it.remove());
    body.replaceChildren();
    body.removeAttribute("class");
    if (elsewhere && navigator.onLine) location.replace(elsewhere);
  }

  // --- Copies

  function filled() {
    const copy = pristine.cloneNode(true);
    const state = written();
    for (const field of all("main [name]", copy)) {
      if (field.type === "checkbox" || field.type === "radio") {
        field.toggleAttribute("checked", state.answers[`${field.name}=${field.value}`] === true);
      } else if (field.tagName === "TEXTAREA") {
        const words = state.answers[field.name] || "";
        field.textContent = words.startsWith("\n") ? `\n${words}` : words;
      } else {
        field.setAttribute("value", state.answers[field.name] || "");
      }
    }
    for (const picture of all("[data-figure]", copy)) {
      all(".mark", picture).forEach((it) => it.remove());
      for (const way of state.drawn[picture.dataset.figure] || []) picture.querySelector("svg").append(markOf(way));
    }
    return `<!DOCTYPE html>\n${copy.outerHTML}\n`;
  }

  const OWN_LINE = /^(ADDRESS|ARTICLE|DIV|FIELDSET|FOOTER|H[1-6]|HEADER|HR|LABEL|LI|OL|P|SECTION|TABLE|TR|TD|TH|UL)$/;

  function asText(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\s+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE || node.classList.contains("ui") || node.classList.contains("written")) return "";
    if (node.tagName === "TEXTAREA") return `\n  ${node.value.replace(/\n/g, "\n  ") || "____"}\n`;
    if (node.tagName === "INPUT") return node.type === "date" ? node.value || "____" : node.checked ? "[x] " : "[ ] ";
    if (node.tagName === "svg") return node.querySelector(".mark") ? `\n${told.dataset.drawn}\n` : "";
    if (node.classList.contains("point") && !node.querySelector(":checked")) return "";
    const inside = Array.from(node.childNodes, asText).join("");
    return OWN_LINE.test(node.tagName) ? `\n${inside}\n` : inside;
  }

  function plainText() {
    const lines = asText(sheet).split("\n").map((it) => it.trimEnd().replace(/(\S) {2,}/g, "$1 "));
    return `${lines.filter((it, at) => it.trim() || (lines[at - 1] || "").trim()).join("\n").trim()}\n`;
  }

  const copies = {
    page: () => new File([filled()], "notes.html", { type: "text/html" }),
    text: () => new File([plainText()], "notes.txt", { type: "text/plain" }),
  };

  function download(file) {
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = file.name;
      body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      tell("taken");
    } catch {
      tell("failed");
    }
    close();
  }

  function shareable() {
    if (!navigator.canShare) return null;
    return [copies.page, copies.text].map((make) => make()).find((file) => navigator.canShare({ files: [file] })) || null;
  }

  async function share() {
    const file = shareable();
    try {
      if (file) await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name !== "AbortError") tell("failed");
    }
    close();
  }

  // On paper a box may run over the end of a page, so its words stand in its place.
  function beforePrint() {
    body.classList.add("printing");
    for (const field of fields.filter((it) => it.tagName === "TEXTAREA")) {
      const words = document.createElement("div");
      words.className = "written";
      words.dir = "auto";
      words.textContent = field.value;
      field.after(words);
    }
  }

  function afterPrint() {
    body.classList.remove("printing");
    all(".written", sheet).forEach((it) => it.remove());
  }

  // --- What a tap does

  const does = {
    "part-back": () => goTo(now - 1),
    "part-next": () => goTo(now + 1),
    one: oneOrAll,
    leaf: onlyLeaf,
    draw,
    "draw-back": (button) => eraseLines(button, true),
    "draw-clear": (button) => eraseLines(button, false),
    "draw-words": sayInWords,
    "copy-page": () => download(copies.page()),
    "copy-text": () => download(copies.text()),
    print: () => {
      close();
      window.print();
    },
    share,
    clear,
    undo: unclear,
    leave,
  };

  function changed() {
    undone = null;
    if (!undo.hidden) hush();
    keepWritten();
  }

  function begin() {
    all("[data-scripted]").forEach((it) => {
      it.hidden = false;
    });
    const notice = byId("without-script");
    if (notice) notice.hidden = true;
    pictures.forEach(showDrawingTools);
    fields.forEach(reset);
    if (keep) keep.checked = false;
    fields.forEach(grow);
    beginKeeping();
    showOwnNumber();
    showWhere();
    const button = body.querySelector("[data-does=share]");
    if (button) button.hidden = !shareable();

    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-does]");
      if (button) does[button.dataset.does](button);
      else if (!event.target.closest(".fold")) close();
      follow(event);
    });
    folds.forEach((fold) => fold.addEventListener("toggle", () => fold.open && close(fold)));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    sheet.addEventListener("input", (event) => {
      grow(event.target);
      if (event.target.inputMode === "tel") showOwnNumber();
      changed();
    });
    sheet.addEventListener("pointerdown", beginLine);
    sheet.addEventListener("pointermove", goOn);
    sheet.addEventListener("pointerup", endLine);
    sheet.addEventListener("pointercancel", endLine);
    window.addEventListener("scroll", noteWhere, { passive: true });
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
  }

  begin();
})();
