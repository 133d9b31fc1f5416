// What the engine knows, asked for once: names of analytes, medicines, facts, guidelines, rules and sources.

import { t } from "./words.js";

export class Catalogue {
  /** @param {any} engine */
  constructor(engine) {
    this.engine = engine;
    /** The number of the language, where it is not English. @type {number | undefined} */
    this.language = undefined;
    /** @type {Map<string, string>} */
    this.said = new Map();
    /** @type {Map<string, any>} */
    this.analytes = byId(engine.analytes());
    /** @type {Map<string, any>} */
    this.facts = byId(engine.facts());
    /** @type {Map<string, any>} */
    this.guidelines = byId(engine.guidelines());
    /** @type {Map<string, any>} */
    this.questions = byId(engine.questions());
    this.medicines = engine.medicines();
    const patient = engine.schema("patient").properties;
    /** @type {Record<string, any>} */
    this.symptoms = items(patient.symptoms.properties);
    /** @type {Record<string, any>} */
    this.history = items(patient.history.properties);
    /** @type {Record<string, any>} */
    this.lazy = {};
  }

  /**
   * A text of the engine in the language that was chosen.
   * @param {string} text
   * @returns {string}
   */
  say(text) {
    if (this.language === undefined || !text) return text;
    let own = this.said.get(text);
    if (own === undefined) this.said.set(text, (own = /** @type {string} */ (this.engine.call("say", { texts: [text], language: this.language })[0])));
    return own;
  }

  /** @param {string[]} texts */
  sayAll(texts) {
    return texts.map((own) => this.say(own));
  }

  /** @param {number | undefined} language */
  speak(language) {
    this.language = language;
    this.said.clear();
  }

  /** What a report is asked with. */
  get options() {
    return this.language === undefined ? {} : { language: this.language };
  }

  /** @returns {Map<string, any>} */
  get rules() {
    return (this.lazy.rules ??= new Map(
      this.engine.tables().flatMap((/** @type {any} */ table) => table.rules.map((/** @type {any} */ rule) => [rule.id, { ...rule, table }])),
    ));
  }

  /** @returns {Map<string, any>} */
  get sources() {
    return (this.lazy.sources ??= byId(this.engine.sources()));
  }

  /** @param {string} id */
  analyte(id) {
    const name = this.analytes.get(id)?.name ?? id;
    const own = this.facts.get(id)?.label;
    if (this.language !== undefined && own) return this.say(own);
    return name.replace(/, (serum\/plasma|serum|plasma|blood|total|intact)$/, "").replace(/, serum\/plasma$/, "");
  }

  /**
   * A message of the engine with names in the place of ids.
   * @param {string} text
   * @returns {string}
   */
  words(text) {
    const [, line, why] = /^line (\d+) of the report: (.*)$/s.exec(text) ?? [];
    if (why !== undefined) return t("line {line} of the report: {why}", { line, why: this.words(why) });
    return this.say(text).replace(/`(\w+)`/g, (whole, id) => (this.analytes.has(id) ? this.analyte(id) : whole));
  }

  /** @param {string} id */
  guideline(id) {
    return this.say(this.guidelines.get(id)?.name ?? id);
  }

  /** @param {string} question @param {string} code */
  answer(question, code) {
    const found = this.questions.get(question)?.answers.find((/** @type {any} */ own) => own.code === code);
    return this.say(found?.meaning ?? code.replaceAll("_", " "));
  }

  /** @param {string} question @param {string} code */
  brief(question, code) {
    const found = this.questions.get(question)?.answers.find((/** @type {any} */ own) => own.code === code);
    return this.say(found?.brief ?? code.replaceAll("_", " "));
  }
}

/** @param {any[]} list */
function byId(list) {
  return new Map(list.map((own) => [own.id, own]));
}

/**
 * Yes/no items, choices and numbers of a group; what needs a form of its own is left to JSON.
 * @param {Record<string, any>} properties
 */
function items(properties) {
  /** @type {Record<string, any>} */
  const kept = {};
  for (const [key, own] of Object.entries(properties)) {
    const kind = own.enum ? "choice" : own.type;
    if (!["boolean", "choice", "number", "integer"].includes(kind)) continue;
    const [label, unit] = (own.description ?? key).split("; UCUM unit ");
    kept[key] = { label, unit, kind, options: own.enum, low: own.minimum, high: own.maximum };
  }
  return kept;
}
