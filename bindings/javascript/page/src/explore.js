// Without a patient: what each guideline says along ferritin, at a saturation.
import { $, figures, h, sentence } from "./dom.js";
import { t } from "./words.js";

const FIRST = ["iron.therapy", "iron.safety", "iron.deficiency", "iron.overload"];
const TO = 300;
/** @type {Record<string, string>} */
const SHADES = { oral_or_iv: "a", oral: "a", iv_only: "e", iv_sucrose: "e", grey_zone: "c", not_indicated: "b", not_addressed: "b", not_applicable: "b", deficient: "a", absolute: "a", not_deficient: "b" };

export class Explore {
  /**
   * @param {import("./catalogue.js").Catalogue} catalogue
   * @param {import("./answer.js").Answer} answer
   */
  constructor(catalogue, answer) {
    this.catalogue = catalogue;
    this.answer = answer;
    this.sex = "female";
    this.timer = 0;
    this.names();
    $("x-ferritin").value = "60";
    $("x-tsat").value = "22";
    for (const id of ["x-question", "x-ferritin", "x-tsat"]) $(id).addEventListener("input", () => this.soon());
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-xsex]"))) {
      button.addEventListener("click", () => {
        this.sex = button.dataset.xsex ?? "female";
        for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-xsex]"))) own.setAttribute("aria-pressed", String(own === button));
        this.soon();
      });
    }
  }

  /** The questions, in the language that was chosen. */
  names() {
    const select = $("x-question");
    const { questions } = this.catalogue;
    const chosen = select.value;
    const option = (/** @type {string} */ id) => h("option", { value: id }, this.catalogue.say(questions.get(id).title));
    select.replaceChildren(
      ...FIRST.filter((id) => questions.has(id)).map(option),
      h("optgroup", { label: t("Other questions") }, [...questions.keys()].filter((id) => !FIRST.includes(id)).map(option)),
    );
    if (chosen) select.value = chosen;
  }

  soon() {
    this.heads();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), 60);
  }

  heads() {
    $("x-ferritin-out").textContent = `${this.ferritin} ng/mL`;
    $("x-tsat-out").textContent = `${$("x-tsat").value} %`;
  }

  get ferritin() {
    return Math.max(1, Number($("x-ferritin").value));
  }

  /** @param {number} ferritin */
  patient(ferritin) {
    const labs = [
      { analyte: "ferritin", value: ferritin, unit: "ng/mL", days_ago: 0, confirmed: true },
      { analyte: "tsat", value: Number($("x-tsat").value), unit: "%", days_ago: 0, confirmed: true },
      { analyte: "haemoglobin", value: 140, unit: "g/L", days_ago: 0 },
      { analyte: "crp", value: 2, unit: "mg/L", days_ago: 0 },
      { analyte: "creatinine", value: 0.8, unit: "mg/dL", days_ago: 0 },
    ];
    return { age_years: 45, sex: this.sex, labs, complete: ["history", "medicines", "symptoms"] };
  }

  draw() {
    this.heads();
    const engine = this.catalogue.engine;
    const question = $("x-question").value;
    const limits = [...new Set(engine.limits({ question, fact: "ferritin" }).map((/** @type {any} */ own) => own.value))].filter((own) => own > 0 && own < TO).sort((one, other) => one - other);
    const ends = [0, ...limits, TO];
    const at = (/** @type {number} */ ferritin) => {
      const found = engine.assess(this.patient(ferritin)).positions.filter((/** @type {any} */ own) => own.question === question);
      return new Map(found.map((/** @type {any} */ own) => [own.guideline, own]));
    };
    // Between two limits nothing changes: one patient in the middle answers for all.
    const spans = ends.slice(1).map((end, place) => ({ from: ends[place], to: end, said: at(Math.max(0.5, (ends[place] + end) / 2)) }));
    const here = at(this.ferritin);
    const rows = [...here.keys()].map((guideline) => this.bar(question, guideline, spans, here.get(guideline)));
    const scale = h("div", { className: "barrow", "aria-hidden": "true" }, h("span", {}), this.scale(ends), h("span", {}));
    $("x-bars").replaceChildren(...rows, scale);
    const tables = engine.tables({ question });
    $("x-tables").replaceChildren(...tables.map((/** @type {any} */ table) => {
      const met = here.get(table.guideline)?.rules ?? [];
      return h("section", {}, h("h3", { lang: "en" }, table.title), table.rules.map((/** @type {any} */ rule) => this.answer.rule(rule.id, met.includes(rule.id))));
    }));
  }

  /** @param {number[]} ends */
  scale(ends) {
    const scale = h("div", { className: "scale" });
    let last = -10;
    for (const end of ends) {
      if ((100 * end) / TO - last < 5) continue;
      last = (100 * end) / TO;
      const label = h("span", {}, end === 0 ? "0" : figures(end));
      label.style.left = `${Math.min(97, Math.max(1, last))}%`;
      scale.append(label);
    }
    return scale;
  }

  /**
   * @param {string} question
   * @param {string} guideline
   * @param {any[]} spans
   * @param {any} here
   */
  bar(question, guideline, spans, here) {
    /** @type {{code: string, from: number, to: number}[]} */
    const merged = [];
    for (const span of spans) {
      const code = (span.said.get(guideline)?.possible ?? []).join("+");
      const last = merged[merged.length - 1];
      if (last && last.code === code) last.to = span.to;
      else merged.push({ code, from: span.from, to: span.to });
    }
    const words = (/** @type {string} */ code) => code.split("+").map((own) => this.catalogue.brief(question, own)).join(` ${t("or")} `);
    const track = h("div", { className: "track", "aria-hidden": "true" }, merged.map((own) => {
      const seg = h("div", { className: `seg ${shade(own.code)}`, title: t("{from} to {to} ng/mL: {answer}", { from: own.from, to: own.to, answer: words(own.code) }) }, (own.to - own.from) / TO > 0.06 ? words(own.code) : "");
      seg.style.width = `${(100 * (own.to - own.from)) / TO}%`;
      return seg;
    }));
    const pin = h("span", { className: "pin" });
    pin.style.left = `${Math.min(100, (100 * this.ferritin) / TO)}%`;
    track.append(pin);
    return h("div", { className: "barrow" }, h("span", {}, this.catalogue.guideline(guideline)), track,
      h("strong", {}, sentence(words((here?.possible ?? []).join("+")))));
  }
}

/** @param {string} code */
function shade(code) {
  if (code.includes("+")) return "c";
  if (code.startsWith("stop")) return "d";
  return SHADES[code] ?? "e";
}
