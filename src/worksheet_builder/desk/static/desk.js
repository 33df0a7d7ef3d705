// What the pages of the desk do beyond links and forms: draw again what was chosen, at once and without a flash.
"use strict";

document.documentElement.classList.add("with-script");
const PAUSE = 180; // milliseconds after the last letter before it is looked for
const LOOK = 1000; // milliseconds between two looks at whether files have changed

// --- live forms: their part of the page is fetched anew, and shown when its first picture can be painted

const latest = new WeakMap();
const told = new WeakMap(); // what was last asked for, by form

function asked(form) {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") said.append(name, value);
  return said;
}

async function redraw(form) {
  const region = document.querySelector(form.dataset.live);
  const said = asked(form);
  const turn = (latest.get(form) || 0) + 1;
  latest.set(form, turn);
  told.set(form, `${said}`);
  history.replaceState(null, "", `${form.getAttribute("action")}?${said}`);
  if (form.hasAttribute("data-links")) relink(said);
  region.classList.add("is-drawing");
  try {
    const answer = await fetch(`${form.getAttribute("action")}?${said}&part=yes`);
    if (answer.redirected || (answer.status >= 400 && answer.status !== 422)) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = await answer.text();
    if (latest.get(form) !== turn) return;
    await readyToPaint(fresh.content, region);
    if (latest.get(form) !== turn) return;
    replace(region, fresh.content);
    form.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
  } catch {
    // the desk was stopped; what is there stays
  } finally {
    if (latest.get(form) === turn) region.classList.remove("is-drawing");
  }
}

async function readyToPaint(fresh, region) {
  const first = fresh.querySelector(".leaves img");
  if (!first) return;
  const shown = region.querySelector(".leaves img");
  if (shown && plain(shown) === plain(first)) return;
  const picture = new Image();
  picture.src = first.getAttribute("src");
  await picture.decode().catch(() => undefined);
  first.replaceWith(copied(picture, first));
}

function plain(picture) {
  return picture.dataset.plain || picture.getAttribute("src");
}

function copied(picture, like) {
  for (const { name, value } of like.attributes) if (name !== "src" && name !== "loading") picture.setAttribute(name, value);
  return picture;
}

// Pictures that stay the same stay where they are; those that change keep their old face until the new one is there.
function replace(region, fresh) {
  const old = [...region.querySelectorAll(".leaves img")];
  const now = [...fresh.querySelectorAll(".leaves img")];
  now.forEach((it, at) => {
    if (old[at] && plain(old[at]) === plain(it)) it.replaceWith(old[at]);
    else if (at > 0 && old[at]) later(old[at], it);
  });
  region.replaceChildren(fresh);
}

function later(old, fresh) {
  const kept = old.cloneNode();
  fresh.replaceWith(kept);
  new IntersectionObserver((seen, watcher) => {
    if (!seen.some((it) => it.isIntersecting)) return;
    watcher.disconnect();
    const picture = new Image();
    picture.src = fresh.getAttribute("src");
    picture.decode().catch(() => undefined).then(() => kept.replaceWith(copied(picture, fresh)));
  }, { rootMargin: "600px" }).observe(kept);
}

function relink(said) {
  for (const link of document.querySelectorAll("[data-link]")) {
    const more = link.dataset.more ? `&${link.dataset.more}` : "";
    link.setAttribute("href", `${link.dataset.link}?${said}${more}`);
  }
}

for (const form of document.querySelectorAll("form[data-live]")) {
  let pause;
  // leaving a field that was drawn already, by a press on what is drawn, must not take that away under the finger
  form.addEventListener("change", () => { clearTimeout(pause); if (told.get(form) !== `${asked(form)}`) redraw(form); });
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(pause);
    pause = setTimeout(() => redraw(form), PAUSE);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); redraw(form); });
  if ([...form.elements].some((it) => it.type === "search" && it.value !== it.defaultValue)) redraw(form); // typed before this was here
}

// --- sharper pictures where the screen shows more dots, once the page is there

async function sharpen() {
  if (window.devicePixelRatio < 1.25) return;
  for (const it of document.querySelectorAll(".leaves img:not([data-sharp])")) {
    if (!it.complete || it.src.startsWith("blob:")) continue;
    it.dataset.sharp = "yes";
    const picture = new Image();
    picture.src = `${it.getAttribute("src")}&large=yes`;
    await picture.decode().catch(() => undefined);
    if (picture.naturalWidth && it.isConnected) {
      it.dataset.plain = it.getAttribute("src");
      it.src = picture.src;
    }
  }
}

window.addEventListener("load", sharpen);
document.addEventListener("drawn", sharpen);

// --- into the pack and out of it, without leaving the page

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-gather")) return;
  event.preventDefault();
  const said = new URLSearchParams(new FormData(form));
  const isIn = event.submitter.value === "in";
  said.set("want", event.submitter.value);
  said.set("quiet", "yes");
  const answer = await fetch(form.action, { method: "POST", body: said }).catch(() => undefined);
  if (!answer || !answer.ok) return;
  for (const it of document.querySelectorAll("form[data-gather]")) { // the list may have been drawn anew meanwhile
    if (it.elements.sheet.value !== said.get("sheet")) continue;
    const button = it.querySelector("button");
    button.value = isIn ? "out" : "in";
    button.setAttribute("aria-pressed", String(isIn));
    button.classList.toggle("is-in", isIn);
    button.firstElementChild.textContent = isIn ? button.dataset.in : button.dataset.out;
  }
  for (const live of document.querySelectorAll("form[data-live]")) { // what is being drawn does not know of it yet
    if (document.querySelector(live.dataset.live).classList.contains("is-drawing")) redraw(live);
  }
  const count = document.getElementById("gathered");
  count.textContent = await answer.text();
  count.hidden = count.textContent === "0";
});

// --- order by dragging, beside the buttons

for (const list of document.querySelectorAll("[data-order]")) {
  let dragged;
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("is-dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (over !== dragged) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("dragend", async () => {
    if (!dragged) return;
    dragged.classList.remove("is-dragged");
    const said = new URLSearchParams(new FormData(document.getElementById("keep") || undefined)); // its name stays as typed
    said.set("sheet", dragged.dataset.sheet);
    said.set("way", String([...list.children].indexOf(dragged)));
    await fetch("/pack/order", { method: "POST", body: said, redirect: "manual" });
    location.assign(`/pack${location.search}`);
  });
}

// --- on paper, on a phone

for (const tabs of document.querySelectorAll(".tabs")) {
  const pages = document.getElementById("pages");
  const phone = document.getElementById("phone");
  const show = (tab) => {
    for (const it of tabs.children) it.toggleAttribute("aria-current", it === tab);
    const isPhone = tab.dataset.tab === "phone";
    pages.hidden = isPhone;
    phone.hidden = !isPhone;
    if (!isPhone) return phone.replaceChildren();
    const frame = document.createElement("iframe");
    frame.title = phone.dataset.title;
    frame.src = tab.getAttribute("href");
    phone.replaceChildren(frame);
  };
  tabs.addEventListener("click", (event) => {
    const tab = event.target.closest(".tab");
    if (!tab || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(tab);
  });
  document.addEventListener("drawn", () => { if (!phone.hidden) show(tabs.querySelector("[data-tab=phone]")); });
}

// --- the practice: a picture that is dropped in, and colours judged while they are chosen

for (const part of document.querySelectorAll("[data-drop]")) {
  const file = part.querySelector("input[type=file]");
  const take = () => { if (file.files.length) file.form.requestSubmit(part.querySelector("button")); };
  file.addEventListener("change", take);
  part.addEventListener("dragover", (event) => { event.preventDefault(); part.classList.add("is-over"); });
  part.addEventListener("dragleave", () => part.classList.remove("is-over"));
  part.addEventListener("drop", (event) => {
    event.preventDefault();
    part.classList.remove("is-over");
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    take();
  });
}

for (const words of document.querySelectorAll("[data-colour]")) {
  const wheel = document.createElement("input");
  wheel.type = "color";
  wheel.setAttribute("aria-label", document.querySelector(`label[for="${words.id}"]`).textContent);
  const known = () => {
    const is = /^#[0-9a-f]{6}$/i.test(words.value);
    if (is) wheel.value = words.value.toLowerCase();
    wheel.classList.toggle("is-empty", !is);
  };
  known();
  words.after(wheel);
  wheel.addEventListener("input", () => { words.value = wheel.value; words.dispatchEvent(new Event("input", { bubbles: true })); });
  words.addEventListener("input", known);
}

for (const region of document.querySelectorAll("[data-colours]")) {
  const accent = document.getElementById("f-accent");
  const second = document.getElementById("f-second");
  let pause;
  const judge = async () => {
    const said = new URLSearchParams({ accent: accent.value, second: second ? second.value : "" });
    const answer = await fetch(`/practice/colours?${said}`).catch(() => undefined);
    if (answer && answer.ok) region.innerHTML = await answer.text();
  };
  for (const it of [accent, second]) {
    if (it) it.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(judge, PAUSE); });
  }
}

// --- the practice as it would be with what is typed so far

for (const form of document.querySelectorAll("[data-unsaved]")) {
  let pause;
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const answer = await fetch(form.dataset.unsaved, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
    const told = document.getElementById("unsaved");
    const shown = document.querySelector(".leaves img");
    if (!answer || mine !== turn || !told) return;
    if (!answer.ok) {
      if (answer.status === 422) told.innerHTML = await answer.text();
      return;
    }
    told.replaceChildren();
    if (!shown) return;
    const made = URL.createObjectURL(await answer.blob());
    const picture = new Image();
    picture.src = made;
    await picture.decode().catch(() => undefined);
    if (mine !== turn) return URL.revokeObjectURL(made);
    const old = shown.src;
    shown.src = made;
    if (old.startsWith("blob:")) URL.revokeObjectURL(old);
  };
  form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 2 * PAUSE); });
}

// --- what is typed and not saved: a browser asks before another page takes its place

let sent; // the form whose answer is the next page

function isOther(it) {
  if (it.type === "hidden" || it.dataset.sent === it.value) return false;
  if (it.type === "checkbox") return it.checked !== it.defaultChecked;
  if (it.type === "select-one") return it.selectedIndex !== Math.max(0, [...it.options].findIndex((one) => one.defaultSelected));
  return it.defaultValue !== undefined && it.value !== it.defaultValue;
}

document.addEventListener("submit", (event) => { if (!event.defaultPrevented) sent = event.target; });
window.addEventListener("beforeunload", (event) => {
  const open = [...document.querySelectorAll("form[data-guard]")].filter((form) => form !== sent);
  if (open.some((form) => form.dataset.guard === "typed" || [...form.elements].some(isOther))) event.preventDefault();
});

// --- a sheet that is fitted: each change is made at once, and what is being typed elsewhere stays as it is

for (const region of document.querySelectorAll("[data-fit]")) {
  let turn = 0;
  const send = async (form, button) => {
    const mine = ++turn;
    const said = new URLSearchParams(new FormData(form));
    if (button && button.name) said.append(button.name, button.value);
    for (const it of form.elements) if (it.id && it.type !== "submit") it.dataset.sent = it.value;
    const path = form.getAttribute("action").split("?")[0];
    const pages = document.getElementById("pages");
    pages.classList.add("is-drawing");
    const answer = await fetch(path + languageShown(), { method: "POST", body: said }).catch(() => undefined);
    pages.classList.remove("is-drawing");
    if (!answer || mine !== turn) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-fit]");
    if (!fresh) return location.assign(answer.url);
    put(fresh, button);
    const drawn = document.createDocumentFragment();
    drawn.append(...page.getElementById("pages").childNodes);
    await readyToPaint(drawn, pages);
    if (mine === turn) replace(pages, drawn);
    document.dispatchEvent(new CustomEvent("drawn"));
  };
  const put = (fresh, button) => {
    const held = region.contains(document.activeElement) ? document.activeElement : null;
    const place = held && held.tagName === "TEXTAREA" ? [held.selectionStart, held.selectionEnd] : null;
    const asked = fresh.querySelector("[autofocus]");
    if (asked) asked.removeAttribute("autofocus");
    for (const it of region.querySelectorAll("details[open]")) {
      const same = it.id && fresh.querySelector(`#${CSS.escape(it.id)}`);
      if (same) same.open = true;
    }
    for (const it of region.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox])")) {
      const same = it.id && fresh.querySelector(`#${CSS.escape(it.id)}`);
      if (same && it.value !== it.defaultValue && it.value !== it.dataset.sent) same.value = it.value;
    }
    region.replaceChildren(...fresh.childNodes);
    const same = held && held.id ? document.getElementById(held.id) : null;
    const goal = button && asked ? asked : same;
    if (!goal || goal.disabled) return;
    goal.focus({ preventScroll: goal === same });
    if (goal === same && place) goal.setSelectionRange(...place);
  };
  region.addEventListener("submit", (event) => {
    if (event.target.hasAttribute("data-leave")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  region.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.action.includes("/change") && form.reportValidity()) send(form);
  });
}

function languageShown() {
  const language = new URLSearchParams(location.search).get("language");
  return language ? `?language=${language}` : "";
}

// --- files that change elsewhere: what is drawn is drawn anew, what is being written is left and told

let version = document.body.dataset.version;

async function look() {
  if (document.hidden) return;
  const answer = await fetch("/changes").catch(() => undefined);
  if (!answer || !answer.ok) return;
  const now = await answer.text();
  if (now === version) return;
  version = now;
  const live = document.querySelectorAll("form[data-live]");
  if (live.length) for (const form of live) redraw(form);
  else document.getElementById("changed").hidden = !document.querySelector("form[data-kept]");
}

setInterval(look, LOOK);
document.addEventListener("visibilitychange", look);
