// Puts the page together.
import { Catalogue } from "./catalogue.js";
import { $, h, sentence } from "./dom.js";
import { Entry } from "./entry.js";
import { Answer } from "./answer.js";
import { Explore } from "./explore.js";
import { State } from "./state.js";
import { drawnRecord, isRecord } from "./record.js";
import { speak, t } from "./words.js";

const PAUSE = 120;

/**
 * @param {any} engine
 * @param {{name: string, patient: any}[]} examples
 * @param {(code: string) => Promise<string>} words the file of a language
 */
export async function start(engine, examples, words) {
  const began = performance.now();
  const catalogue = new Catalogue(engine);
  const state = new State();
  const answer = new Answer(catalogue);
  const entry = new Entry(catalogue, state, (labs) => differences(catalogue, state.asked, { ...state.asked, labs }));
  /** @type {any} */
  let explore;

  const draw = () => {
    const asked = state.asked;
    const place = $("answer");
    try {
      const assessment = engine.assess(asked);
      const report = engine.report(asked, "data");
      place.replaceChildren(...answer.sections(assessment, report, () => engine.report(asked, "fragment", catalogue.options), asked.labs));
      entry.ask(order(assessment));
    } catch (/** @type {any} */ error) {
      if (!Array.isArray(error.errors)) throw error;
      place.replaceChildren(refused(error, asked, catalogue));
    }
    place.setAttribute("aria-busy", "false");
    document.documentElement.dataset.ready = "yes";
  };
  let timer = 0;
  state.heard.push(() => {
    $("answer").setAttribute("aria-busy", "true");
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE);
  });

  /** @param {any} patient */
  const load = (patient) => {
    state.fresh(patient);
    entry.draw();
    draw();
  };

  const about = engine.about();
  const { disclaimer } = engine.report({ labs: [] }, "data");
  const names = () => {
    $("example").replaceChildren($("example").firstElementChild, ...examples.map((own) => h("option", { value: own.name }, t(own.name))));
    $("about").textContent = `${t("ekbom {version}, knowledge {knowledge}.", { version: about.ekbom, knowledge: about.knowledge.version })} ${catalogue.say(disclaimer)}`;
  };
  /** Languages that are kept, by their codes. @type {Map<string, number>} */
  const languages = new Map();
  /** @param {string} code */
  const choose = async (code) => {
    if (code !== "en" && !languages.has(code)) languages.set(code, engine.call("language", { code, po: await words(code) }).language);
    catalogue.speak(languages.get(code));
    speak(code);
    for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lang]"))) own.setAttribute("aria-pressed", String(own.dataset.lang === code));
    names();
    entry.speak();
    explore?.names();
    if (!$("tables-view").hidden) explore.draw();
    toast("");
    jump();
    draw();
  };
  for (const own of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lang]"))) {
    own.addEventListener("click", () => choose(own.dataset.lang ?? "en").catch(() => toast("This language could not be loaded.")));
  }
  $("example").addEventListener("change", () => {
    const own = examples.find((one) => one.name === $("example").value);
    if (own) load(structuredClone(own.patient));
    $("example").value = "";
  });
  $("clear").addEventListener("click", () => load({}));
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => {
    const [file] = $("file").files;
    if (file) openText(await file.text());
    $("file").value = "";
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) openText(await file.text());
  });
  /** @param {string} text */
  const openText = (text) => {
    if (isRecord(text)) return openRecord(text);
    try {
      const patient = JSON.parse(text);
      if (typeof patient !== "object" || patient === null || Array.isArray(patient)) throw new Error();
      load(patient);
    } catch {
      toast(t("This file is no patient in JSON, and no record in FHIR."));
    }
  };
  /** @param {string} text */
  const openRecord = (text) => {
    try {
      const record = engine.call("fhir", { text });
      const living = record.subjects.filter((/** @type {any} */ own) => own.patient !== null);
      if (record.subjects.length === 1 && living.length === 1) load(living[0].patient);
      const take = (/** @type {any} */ patient) => {
        load(patient);
        show();
      };
      const show = () => entry.show(drawnRecord(record, take, () => entry.hideReading(), (text) => catalogue.say(text)), show);
      show();
    } catch (/** @type {any} */ error) {
      if (!Array.isArray(error.errors)) throw error;
      toast(error.errors[0] ? catalogue.words(error.errors[0].message) : t("This record cannot be read."));
    }
  };
  $("save").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(state.asked, null, 2)}\n`], { type: "application/json" }));
    h("a", { href: url, download: "patient.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  $("note").addEventListener("click", async () => {
    try {
      await copy(engine.report(state.asked, "brief", catalogue.options));
      toast(t("Copied as a note."));
    } catch (/** @type {any} */ error) {
      toast(error.errors ? t("Nothing to copy: the patient is refused.") : t("The browser did not let it copy."));
    }
  });
  $("print").addEventListener("click", () => window.print());
  $("share").addEventListener("click", () => $("share-dialog").showModal());
  $("share-cancel").addEventListener("click", () => $("share-dialog").close());
  $("share-copy").addEventListener("click", async () => {
    $("share-dialog").close();
    try {
      await copy(`${location.href.split("#")[0]}#p=${packed(state.asked)}`);
      toast(t("The link is copied."));
    } catch {
      toast(t("The browser did not let it copy."));
    }
  });
  const show = (/** @type {boolean} */ tables) => {
    $("patient-view").hidden = tables;
    $("jump").hidden = tables;
    $("tables-view").hidden = !tables;
    $("view-patient").setAttribute("aria-pressed", String(!tables));
    $("view-tables").setAttribute("aria-pressed", String(tables));
    if (tables) (explore ??= new Explore(catalogue, answer)).draw();
    window.scrollTo(0, 0);
  };
  $("view-patient").addEventListener("click", () => show(false));
  $("view-tables").addEventListener("click", () => show(true));

  // On a phone the way leads to the answers, and back from them.
  let there = false;
  const jump = () => {
    $("jump").textContent = there ? t("To the entries") : t("To the answers");
    $("jump").href = there ? "#patient-view" : "#answers";
  };
  new IntersectionObserver(([seen]) => {
    there = seen.isIntersecting;
    jump();
  }, { rootMargin: "-40% 0px -40% 0px" }).observe($("answers"));

  names();
  // Where the reader's language cannot be loaded, English is there.
  if (navigator.language.startsWith("de")) await choose("de").catch(() => speak("en"));
  load(fromLink() ?? {});
  document.documentElement.dataset.first = String(Math.round(performance.now() - began));
}

/**
 * What to ask, as the engine has it: what its acts ask for, then what leaves most answers open.
 * @param {any} assessment
 */
function order(assessment) {
  const acts = assessment.acts.filter((/** @type {any} */ act) => act.kind === "ask").flatMap((/** @type {any} */ act) => act.because.map((/** @type {any} */ own) => own.fact));
  /** @type {Map<string, number>} */
  const open = new Map();
  for (const own of assessment.positions) for (const fact of own.needs) open.set(fact, (open.get(fact) ?? 0) + (own.question.startsWith("treatment.") ? 1 : 3));
  const needs = [...open].sort(([, one], [, other]) => other - one).map(([fact]) => fact);
  return [...new Set([...acts, ...needs])].filter((fact) => document.querySelector(`[data-key$=".${CSS.escape(fact)}"]`));
}

/**
 * What would change, as the engine says it: the gravest first.
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @param {any} before
 * @param {any} after
 * @returns {string[]}
 */
function differences(catalogue, before, after) {
  const changes = catalogue.engine.call("what_if", { patient: before, variants: [after] })[0];
  if (changes.errors) return [...changes.critical.map((/** @type {any} */ own) => `${t("Critical: ")}${catalogue.say(own.says)}`), ...changes.errors.map((/** @type {any} */ own) => catalogue.words(own.message))];
  const { critical, stopped, acts, alerts, precautions, positions } = changes;
  const grave = (/** @type {any} */ own) => own.certain !== false && own.severity !== "info" && own.severity !== "note";
  const ids = (/** @type {any[]} */ list) => new Set(list.map((own) => own.act));
  const [come, gone] = [ids(acts.new), ids(acts.gone)];
  const act = (/** @type {any} */ own) => ({ act: catalogue.say(own.text) });
  const answers = (/** @type {string} */ question, /** @type {string[]} */ codes) => codes.map((code) => catalogue.answer(question, code)).join(t(", or "));
  const moved = positions.filter((/** @type {any} */ own) => own.after !== null && !own.question.startsWith("treatment.") && own.before?.possible.join() !== own.after.possible.join());
  return [
    ...critical.new.map((/** @type {any} */ own) => `${t("Critical: ")}${catalogue.say(own.says)}`),
    ...stopped.new.map((/** @type {any} */ own) => t("Stops: {what}", { what: answers("iron.safety", own.answers) })),
    ...stopped.gone.map((/** @type {any} */ own) => t("Stops no longer: {what}", { what: answers("iron.safety", own.answers) })),
    ...acts.new.map((/** @type {any} */ own) => (gone.has(own.act) ? t("Surer or less sure: {act}", act(own)) : t("New: {act}", act(own)))),
    ...acts.gone.filter((/** @type {any} */ own) => !come.has(own.act)).map((/** @type {any} */ own) => t("No longer: {act}", act(own))),
    ...alerts.new.filter(grave).map((/** @type {any} */ own) => t("New: {act}", { act: catalogue.say(own.message) })),
    ...precautions.new.filter(grave).map((/** @type {any} */ own) => t("New: {act}", { act: catalogue.say(own.says) })),
    ...moved.map((/** @type {any} */ own) => `${catalogue.guideline(own.guideline)}: ${answers(own.question, own.after.possible)}`),
  ];
}

/**
 * @param {any} error
 * @param {any} asked
 * @param {import("./catalogue.js").Catalogue} catalogue
 */
function refused(error, asked, catalogue) {
  const place = (/** @type {string} */ field) => {
    const at = /^labs\[(\d+)\]/.exec(field);
    const lab = at ? asked.labs[Number(at[1])] : undefined;
    const fact = catalogue.facts.get(field.split(".").pop() ?? field);
    return lab ? sentence(catalogue.analyte(lab.analyte)) : fact ? sentence(catalogue.say(fact.label)) : field.replaceAll("_", " ");
  };
  return h("section", { className: "fault", role: "alert", "aria-label": t("Refused") },
    h("h2", {}, t("Nothing was assessed: something cannot be right")),
    (error.critical ?? []).length > 0 && h("ul", { className: "notices" }, error.critical.map((/** @type {any} */ own) => h("li", { className: "urgent" }, h("b", {}, t("Critical: ")), catalogue.say(own.says)))),
    h("ul", { className: "notices" }, error.errors.map((/** @type {any} */ own) =>
      h("li", {}, h("b", {}, `${place(own.field)}: `), catalogue.words(own.message), own.accepted.length > 0 && own.accepted.length < 9 ? ` ${t("Accepted: {what}.", { what: own.accepted.join(", ") })}` : ""))));
}

let clearing = 0;
/** @param {string} text */
function toast(text) {
  $("toast").textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => ($("toast").textContent = ""), 5000);
}

/** @param {string} text */
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // Some browsers allow it to a selection only.
    }
  }
  const area = h("textarea", { value: text, className: "sr" });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}

/** @param {any} patient */
function packed(patient) {
  const bytes = new TextEncoder().encode(JSON.stringify(patient));
  return btoa(Array.from(bytes, (own) => String.fromCharCode(own)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** A patient in the link; it is taken out of the address at once. */
function fromLink() {
  const found = /^#p=([\w-]+)$/.exec(location.hash);
  if (!found) return undefined;
  history.replaceState(null, "", location.href.split("#")[0]);
  try {
    const text = atob(found[1].replaceAll("-", "+").replaceAll("_", "/"));
    const patient = JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (own) => own.charCodeAt(0))));
    return typeof patient === "object" && !Array.isArray(patient) ? patient : undefined;
  } catch {
    return undefined;
  }
}
