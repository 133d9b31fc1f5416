// The right side: what to do, what is missing, where the patient lies among the limits, where guidelines disagree.
import { figures, h, listed, sentence, svg } from "./dom.js";
import { shownUnit, valueOf } from "./entry.js";
import { key, t } from "./words.js";

/** @type {Record<string, string>} */
const KINDS = { act_on_result: key("Result"), treat_now: key("Now"), stop: key("Stop"), precaution: key("Caution"), review: key("Review"), treat: key("Treat"), refer: key("Refer"), ask: key("Ask"), test: key("Test"), mind: key("Mind") };

export class Answer {
  /** @param {import("./catalogue.js").Catalogue} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param {any} assessment
   * @param {any} report the same in words
   * @param {() => string} full the whole report as markup of ours
   * @param {any[]} labs the results, as they were asked about
   */
  sections(assessment, report, full, labs) {
    return [
      this.setAside(assessment, labs),
      this.acts(assessment, report),
      this.missing(report),
      this.limits(assessment),
      this.disagreements(report),
      this.notices(report),
      this.positions(report, assessment),
      this.whole(full),
    ].filter((own) => own !== undefined);
  }

  /**
   * What was not accepted, and what does not count because of it.
   * @param {any} assessment
   * @param {any[]} labs
   */
  setAside(assessment, labs) {
    if (assessment.set_aside.length === 0) return undefined;
    const name = (/** @type {string} */ field) => {
      const lab = labs[Number(/^labs\[(\d+)\]/.exec(field)?.[1] ?? -1)];
      return lab ? `${sentence(this.catalogue.analyte(lab.analyte))} ${valueOf(lab)}` : field.replaceAll("_", " ");
    };
    return h("section", { className: "aside", "aria-label": t("Set aside") }, h("h2", {}, t("Set aside: nothing is answered by it")),
      h("ul", { className: "notices" }, assessment.set_aside.map((/** @type {any} */ own) => h("li", { className: "caution" }, h("b", {}, `${name(own.field)}: `), this.catalogue.words(own.message)))));
  }

  /** @param {any} assessment @param {any} report */
  acts(assessment, report) {
    const words = new Map(report.first.acts.map((/** @type {any} */ own) => [own.act, own]));
    const row = (/** @type {any} */ act) => {
      const said = words.get(act.act);
      const first = said ? [...this.catalogue.sayAll(said.first), ...(said.more_first > 0 ? [t("{count} more", { count: said.more_first })] : [])] : act.blocked_by.map((/** @type {string} */ id) => this.act(id));
      const because = act.kind === "ask" || act.kind === "test" ? [] : act.because.map((/** @type {any} */ own) => this.catalogue.say(own.says));
      return h("li", { className: act.kind },
        h("span", { className: `badge ${act.kind}` }, t(KINDS[act.kind] ?? act.kind)),
        h("div", {},
          h("p", { className: "text" }, this.catalogue.say(act.text)),
          first.length > 0 && h("p", { className: "sub" }, h("b", {}, t("Before that: ")), listed(first)),
          act.certainty !== "certain" && h("p", { className: "sub" }, h("b", {}, act.certainty === "usual" ? t("Usually") : t("Possibly")), said?.assuming?.length > 0 ? t(", assuming {what}", { what: listed(this.catalogue.sayAll(said.assuming)) }) : ""),
          because.length > 0 && h("p", { className: "sub" }, h("b", {}, t("Because: ")), because.slice(0, 3).join("; ")),
          this.why(act)));
    };
    return h("section", { className: "lead", "aria-label": t("What to do, in order") },
      h("h2", {}, assessment.acts.length === 0 ? t("Nothing to do follows from what is known") : t("What to do")),
      h("ol", { className: "acts", role: "list" }, assessment.acts.map(row)),
      report.first.because.length > 0 && h("details", { className: "why" }, h("summary", {}, t("In short")),
        h("dl", { className: "pairs" }, report.first.because.flatMap((/** @type {any} */ own) => [h("dt", {}, this.catalogue.say(own.name)), h("dd", {}, this.catalogue.say(own.says))]))));
  }

  /**
   * An act that comes first, in a word or two.
   * @param {string} id
   */
  act(id) {
    const [kind, what] = id.split(":");
    const label = this.catalogue.say(this.catalogue.facts.get(what)?.label ?? (what ?? kind).replaceAll("_", " "));
    return kind === "ask" ? t("ask about {what}", { what: label }) : label;
  }

  /**
   * Rule, words and source of an act.
   * @param {any} act
   */
  why(act) {
    if (act.rules.length === 0 && act.sources.length === 0) return undefined;
    const body = h("div", { className: "body" });
    const by = act.guidelines.map((/** @type {string} */ id) => this.catalogue.guideline(id));
    const own = h("details", { className: "why", ontoggle: () => {
      if (own.open && body.childElementCount === 0) body.append(...act.rules.map((/** @type {string} */ id) => this.rule(id)), this.sources(act.sources));
    } }, h("summary", {}, by.length > 0 ? by.join(", ") : t("Sources")), body);
    return own;
  }

  /**
   * @param {string} id
   * @param {boolean} [met]
   */
  rule(id, met) {
    const rule = this.catalogue.rules.get(id);
    if (rule === undefined) return h("div", { className: "rule" }, h("span", { className: "id" }, id));
    const answers = rule.answers.map((/** @type {string} */ code) => this.catalogue.answer(rule.table.question, code));
    return h("div", { className: met ? "rule met" : "rule" },
      h("span", {}, rule.when === "otherwise" ? t("Otherwise:") : t("If {condition}:", { condition: this.catalogue.say(rule.when) })),
      h("span", { className: "then" }, answers.join(t(", or "))),
      rule.note && this.english(rule.note, "sub"),
      h("span", { className: "id" }, `${rule.table.title}. `, h("span", { lang: "en" }, cites(rule)), " ", weak(rule.verification)));
  }

  /**
   * A text that may have no German: a screen reader then hears that it is English.
   * @param {string} text
   * @param {string} className
   */
  english(text, className) {
    const said = this.catalogue.say(text);
    return h("span", said === text ? { className, lang: "en" } : { className }, said);
  }

  /** @param {string[]} ids */
  sources(ids) {
    return h("ul", { className: "src" }, ids.map((id) => {
      const own = this.catalogue.sources.get(id);
      if (own === undefined) return h("li", {}, id);
      const link = own.doi ? `https://doi.org/${own.doi}` : (own.url ?? (own.pmid ? `https://pubmed.ncbi.nlm.nih.gov/${own.pmid}/` : null));
      return h("li", {}, h("span", { lang: "en" }, `${own.name}. ${own.title}`), ` (${own.year ?? t("no year")}). `, link && h("a", { href: link, rel: "noreferrer noopener", target: "_blank" }, own.doi ? `doi:${own.doi}` : t("link")));
    }));
  }

  /** @param {any} report */
  missing(report) {
    const tests = report.tests.slice(0, 6).map((/** @type {any} */ own) =>
      h("li", {}, h("b", {}, sentence(this.catalogue.say(own.name))), own.instructions.length > 0 ? ` (${this.catalogue.sayAll(own.instructions).join(", ")})` : "", h("span", { className: "sub" }, ` ${t("could change {what}", { what: listed(this.catalogue.sayAll(own.could_change.slice(0, 3))) })}`)));
    if (tests.length === 0) return undefined;
    const none = report.work_up?.no_bearing ?? [];
    return h("section", { "aria-label": t("What is missing") }, h("h2", {}, t("Missing, and could change an answer")),
      h("ul", { className: "notices plain-list" }, tests.map((/** @type {any} */ own) => (own.className = "info", own))),
      none.length > 0 && h("p", { className: "sub" }, t("No bearing here: {what}.", { what: listed(this.catalogue.sayAll(none)) })));
  }

  /** @param {any} assessment */
  limits(assessment) {
    /** @type {Map<string, {value: number, unit: string, sign?: string, low?: number, high?: number}>} */
    const points = new Map();
    for (const own of assessment.results) {
      if (own.counted === false || typeof own.value !== "number") continue;
      points.set(own.analyte, own);
    }
    for (const own of assessment.derived) if (!points.has(own.fact)) points.set(own.fact, own);
    const strips = [...points].map(([fact, own]) => this.strip(fact, own)).filter((own) => own !== undefined);
    if (strips.length === 0) return undefined;
    return h("section", { "aria-label": t("Limits") }, h("h2", {}, t("Where the patient lies among the limits")), h("div", { className: "strips" }, strips));
  }

  /**
   * @param {string} fact
   * @param {any} result
   */
  strip(fact, result) {
    const info = this.catalogue.facts.get(fact);
    if (info === undefined) return undefined;
    /** @type {Map<number, Set<string>>} */
    const by = new Map();
    for (const own of this.catalogue.engine.limits({ fact })) {
      if (own.question.startsWith("treatment.")) continue;
      if (!by.has(own.value)) by.set(own.value, new Set());
      by.get(own.value)?.add(this.catalogue.guideline(own.guideline));
    }
    if (by.size === 0) return undefined;
    const there = this.converted(fact, result.value, result.unit, info.unit);
    if (there === undefined) return undefined;
    const limits = [...by.keys()].sort((one, other) => one - other);
    const all = [...limits, there].filter((own) => own > 0);
    const [low, high] = [Math.min(...all) / 1.6, Math.max(...all) * 1.6];
    const log = high / low > 12;
    const from = log ? Math.log(low) : Math.max(0, low);
    const to = log ? Math.log(high) : high;
    const x = (/** @type {number} */ value) => Math.max(0, Math.min(1000, (1000 * ((log ? Math.log(Math.max(value, low)) : value) - from)) / (to - from)));
    const drawn = svg("svg", { viewBox: "0 0 1000 36", preserveAspectRatio: "none", "aria-hidden": "true" });
    drawn.append(svg("line", { class: "axis", x1: 0, x2: 1000, y1: 18, y2: 18, "vector-effect": "non-scaling-stroke" }));
    for (const limit of limits) drawn.append(svg("line", { class: "limit", x1: x(limit), x2: x(limit), y1: 10, y2: 26, "vector-effect": "non-scaling-stroke" }));
    const labels = h("div", { className: "scale", "aria-hidden": "true" });
    let last = -100;
    for (const limit of limits) {
      if (x(limit) - last < 55) continue;
      last = x(limit);
      const label = h("span", {}, figures(limit));
      label.style.left = `${Math.min(98, Math.max(2, last / 10))}%`;
      labels.append(label);
    }
    const mark = h("span", { className: "pin" });
    mark.style.left = `${x(there) / 10}%`;
    const below = limits.filter((own) => own <= there).slice(-1);
    const above = limits.filter((own) => own > there).slice(0, 2);
    const names = (/** @type {number} */ own) => `${figures(own)} (${[...(by.get(own) ?? [])].slice(0, 4).join(", ")})`;
    const near = [below.length > 0 && t("at or above {limit}", { limit: names(below[0]) }), above.length > 0 && t("below {limit}", { limit: above.map(names).join(` ${t("and")} `) })].filter(Boolean).join("; ");
    return h("div", {},
      h("p", { className: "name" }, h("span", {}, sentence(this.catalogue.say(info.label))), h("span", {}, `${result.comparator ?? ""}${figures(there)} ${shownUnit(info.unit)}`)),
      h("div", { className: "trackline" }, drawn, mark), labels,
      h("p", { className: "near" }, `${sentence(near)}.`));
  }

  /** @param {string} fact @param {number} value @param {string} from @param {string} to */
  converted(fact, value, from, to) {
    if (from === to) return value;
    try {
      return this.catalogue.engine.convert(fact, value, from, to).values[0].value;
    } catch {
      return undefined;
    }
  }

  /** @param {any} report */
  disagreements(report) {
    if (report.disagreements.length === 0) return undefined;
    const by = (/** @type {string[]} */ ids) => ids.map((id) => this.catalogue.guideline(id)).join(", ");
    return h("section", { "aria-label": t("Disagreements") }, h("h2", {}, t("Guidelines disagree")),
      h("ul", { className: "sides" }, report.disagreements.map((/** @type {any} */ own) =>
        h("li", {}, h("h3", {}, this.catalogue.say(own.title)), h("ul", {}, own.sides.map((/** @type {any} */ side) => h("li", {}, h("span", {}, sentence(this.catalogue.say(side.answer))), h("span", { className: "by" }, by(side.guidelines)))))))));
  }

  /** @param {any} report */
  notices(report) {
    const grave = (/** @type {any} */ own) => own.severity !== "info" && own.severity !== "note";
    const alerts = report.alerts.filter(grave).map((/** @type {any} */ own) => h("li", { className: own.severity }, this.catalogue.say(own.message)));
    const dangers = report.precautions.filter((/** @type {any} */ own) => own.certain && grave(own)).map((/** @type {any} */ own) =>
      h("li", { className: own.severity }, h("b", {}, `${sentence(listed(this.catalogue.sayAll(own.concerns.slice(0, 3))))}: `), this.catalogue.say(own.says)));
    const lesser = [
      ...report.alerts.filter((/** @type {any} */ own) => !grave(own)).map((/** @type {any} */ own) => h("li", { className: "info" }, this.catalogue.say(own.message))),
      ...report.precautions.filter((/** @type {any} */ own) => own.certain && !grave(own)).map((/** @type {any} */ own) => h("li", { className: "note" }, this.catalogue.say(own.says))),
    ];
    if (alerts.length + dangers.length + lesser.length === 0) return undefined;
    return h("section", { "aria-label": t("Notices") }, h("h2", {}, t("Mind")),
      h("ul", { className: "notices" }, dangers, alerts),
      lesser.length > 0 && h("details", {}, h("summary", {}, t("Remarks ({count})", { count: lesser.length })), h("ul", { className: "notices" }, lesser)));
  }

  /** @param {any} report @param {any} assessment */
  positions(report, assessment) {
    /** @type {Map<string, any[]>} */
    const positions = new Map();
    for (const own of assessment.positions) positions.set(own.question, [...(positions.get(own.question) ?? []), own]);
    const decided = report.decided.filter((/** @type {any} */ own) => !own.question.startsWith("treatment."));
    if (decided.length === 0) return undefined;
    const row = (/** @type {any} */ own) => {
      const body = h("div", { className: "body" });
      const box = h("details", { className: "why", ontoggle: () => {
        if (!box.open || body.childElementCount > 0) return;
        const rules = own.answers.flatMap((/** @type {any} */ answer) => answer.guidelines.flatMap((/** @type {string} */ id) =>
          positions.get(own.question)?.find((other) => other.guideline === id)?.rules ?? []));
        const cited = rules.flatMap((/** @type {string} */ id) => this.catalogue.rules.get(id)?.cites.map((/** @type {any} */ cite) => cite.source) ?? []);
        body.append(...rules.map((/** @type {string} */ id) => this.rule(id)), this.sources([...new Set(cited)]));
      } }, h("summary", {}, h("span", {}, h("span", { className: "sub" }, this.catalogue.say(own.title)),
        own.answers.map((/** @type {any} */ answer) => h("span", {}, h("b", {}, sentence(this.catalogue.say(answer.answer))), ` (${answer.guidelines.map((/** @type {string} */ id) => this.catalogue.guideline(id)).join(", ")})`)))), body);
      return box;
    };
    return h("section", { className: "decided", "aria-label": t("Decided") }, h("h2", {}, t("What is decided")), decided.map(row));
  }

  /** @param {() => string} full */
  whole(full) {
    const place = h("div", { id: "full" });
    const own = h("details", { ontoggle: () => {
      if (!own.open || place.shadowRoot) return;
      // Markup of the engine's own making, kept apart from the page.
      const root = place.attachShadow({ mode: "open" });
      root.append(document.createRange().createContextualFragment(full()));
    } }, h("summary", {}, t("The whole report, with treatments, sources and open questions")), place);
    return h("section", { "aria-label": t("Whole report") }, own);
  }
}

/** @param {any} rule */
function cites(rule) {
  return rule.cites.map((/** @type {any} */ own) => `${own.source}${own.locator ? `, ${own.locator}` : ""}`).join("; ");
}

/** @param {string} verification */
function weak(verification) {
  /** @type {Record<string, string>} */
  const words = { secondary: key("read at second hand"), derived: key("derived"), unverified: key("not checked against the source") };
  return words[verification] ? h("span", { className: "weak" }, t(words[verification])) : "";
}
