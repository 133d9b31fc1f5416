// Making and finding elements. No text is ever read as markup.
import { number, t } from "./words.js";

/**
 * @param {string} tag
 * @param {Record<string, any>} [own]
 * @param {...any} children
 * @returns {any}
 */
export function h(tag, own = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(own)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && !key.includes("-") && key !== "list") /** @type {any} */ (made)[key] = value;
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, any>} own
 * @param {...any} children
 */
export function svg(tag, own, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(own)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/**
 * @param {string} id
 * @returns {any}
 */
export function $(id) {
  return document.getElementById(id);
}

/** @param {string} text */
export function sentence(text) {
  return text === "" ? "" : text[0].toUpperCase() + text.slice(1);
}

/**
 * As many figures as a laboratory prints.
 * @param {number} value
 */
export function figures(value) {
  return number(Number(value.toPrecision(value >= 1000 ? 4 : 3)));
}

/** @param {string[]} words */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${t("and")} ${words[words.length - 1]}`;
}

/**
 * The page could not start: nothing that looks like waiting may stand there for ever.
 * @param {unknown} error
 */
export function failed(error) {
  const why = error instanceof Error ? error.message : String(error);
  const place = $("answer");
  place.replaceChildren(h("p", { role: "alert" }, t("This page could not start, and nothing was assessed: {why}. It needs a browser with WebAssembly.", { why })));
  place.setAttribute("aria-busy", "false");
}
