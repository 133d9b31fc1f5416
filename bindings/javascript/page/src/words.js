// What the page itself says, in the language that was chosen. The English stands where it is used, and is the key.
import { DE } from "./words.de.js";

/** @type {Record<string, Record<string, string>>} */
const FILES = { de: DE };
/** @type {Record<string, string> | undefined} */
let chosen;

/**
 * A text of the page with what stands in its holes.
 * @param {string} english
 * @param {Record<string, any>} [holes]
 * @returns {string}
 */
export function t(english, holes = {}) {
  const text = chosen?.[english] ?? english;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(holes[name]));
}

/**
 * A text that is said later, by `t`.
 * @param {string} english
 */
export function key(english) {
  return english;
}

/**
 * A number as the language writes it.
 * @param {number | string} value
 */
export function number(value) {
  return chosen === undefined ? String(value) : String(value).replace(".", ",");
}

/** @type {WeakMap<Element, Record<string, string>>} */
const english = new WeakMap();

/**
 * Everything that stands in the page from the beginning: the text of `data-t`, and the attributes that `data-ta` names.
 * @param {string} code
 */
export function speak(code) {
  chosen = FILES[code];
  document.documentElement.lang = code;
  for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-t], [data-ta]"))) {
    const names = (own.dataset.ta ?? "").split(" ").filter(Boolean);
    let kept = english.get(own);
    if (kept === undefined) {
      kept = Object.fromEntries(names.map((name) => [name, own.getAttribute(name) ?? ""]));
      if (own.dataset.t !== undefined) kept[""] = (own.textContent ?? "").replace(/\s+/g, " ").trim();
      english.set(own, kept);
    }
    for (const name of names) own.setAttribute(name, t(kept[name]));
    if (own.dataset.t !== undefined) own.textContent = t(kept[""]);
  }
}
