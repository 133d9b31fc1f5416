// The layer over ekbom.wasm: requests as JSON go in, answers as JSON come out. Nothing is decided here.

const REFUSED = 1;
const HEAD = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A request that could not be answered: every fault by its field. */
export class EkbomError extends Error {
  constructor(errors) {
    super(errors.map(inWords).join("; "));
    this.name = "EkbomError";
    this.errors = errors;
  }
}

/** A patient that was refused, of whom nothing was assessed; `critical` is what must be acted on all the same. */
export class PatientRefused extends EkbomError {
  constructor(errors, critical) {
    super(errors);
    this.name = "PatientRefused";
    this.critical = critical;
  }
}

function inWords({ field, value, message, accepted }) {
  const place = [field, value && `\`${value}\``].filter(Boolean).join(" ");
  const rest = accepted.length > 0 ? ` (accepted: ${accepted.join(", ")})` : "";
  return `${place}${place ? ": " : ""}${message}${rest}`;
}

/** The instance, and one call across its border. */
class Machine {
  constructor(module) {
    this.module = module;
    this.exports = new WebAssembly.Instance(module, {}).exports;
  }

  call(request) {
    if (this.exports === null) throw new EkbomError([stopped]);
    try {
      return this.#call(encoder.encode(request));
    } catch (error) {
      // After a trap nothing in its memory can be trusted: no answer is better than a wrong one.
      this.exports = null;
      throw error;
    }
  }

  #call(bytes) {
    const { memory, ekbom_alloc, ekbom_call, ekbom_free } = this.exports;
    const place = ekbom_alloc(bytes.length);
    if (place === 0) throw new RangeError("ekbom: no memory for the request");
    new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    const answer = ekbom_call(place, bytes.length);
    if (answer === 0) throw new RangeError("ekbom: no memory for the answer");
    // Looked at anew: the memory may have grown.
    const head = new DataView(memory.buffer, answer, HEAD);
    const status = head.getUint32(0, true);
    const text = decoder.decode(new Uint8Array(memory.buffer, answer + HEAD, head.getUint32(4, true)));
    ekbom_free(answer);
    return { status, text };
  }
}

const stopped = {
  field: "",
  value: "",
  message: "ekbom stopped at an earlier call and gives no more answers: load it again",
  accepted: [],
};

/** Patients are assessed here. Made by `load`, `loadSync` and `own`. */
export class Ekbom {
  #machine;
  #knowledge;

  constructor(machine, knowledge) {
    this.#machine = machine;
    this.#knowledge = knowledge;
  }

  /** One call as it is: see README. The text of the answer. */
  callText(call, keys = {}) {
    const own = this.#knowledge;
    const knowledge = own === undefined || !OF_KNOWLEDGE.has(call) ? {} : { knowledge: own };
    const { status, text } = this.#machine.call(JSON.stringify({ call, ...knowledge, ...keys }));
    if (status === 0) return text;
    const { errors, critical } = JSON.parse(text);
    throw status === REFUSED ? new PatientRefused(errors, critical) : new EkbomError(errors);
  }

  /** One call as it is. */
  call(call, keys) {
    return JSON.parse(this.callText(call, keys));
  }

  assessText(patient, options = {}) {
    return this.callText("assess", { ...given(patient), ...options });
  }

  assess(patient, options) {
    return JSON.parse(this.assessText(patient, options));
  }

  check(patient) {
    this.callText("check", given(patient));
  }

  position(patient, question, guideline, options = {}) {
    return this.call("position", { ...given(patient), question, guideline, ...options });
  }

  whatIf(patient, variants, options = {}) {
    return this.call("what_if", { ...given(patient), variants, ...options });
  }

  paste(text) {
    return this.call("paste", { text });
  }

  fhir(text, options = {}) {
    return this.call("fhir", { text, ...options });
  }

  report(patient, format = "html", options = {}) {
    return this.call("report", { ...given(patient), format, ...options });
  }

  /** Keeps a language: its number, for `report` and `say`. */
  language(code, po) {
    return this.call("language", { code, po }).language;
  }

  say(texts, language) {
    return this.call("say", { texts, language });
  }

  /** An `Ekbom` with other rules. */
  own({ rules, addRules, limits } = {}) {
    const made = this.call("knowledge", { rules, add_rules: addRules, limits });
    return new Ekbom(this.#machine, made.knowledge);
  }

  /** Gives back what `own` made. */
  free() {
    if (this.#knowledge !== undefined) this.callText("drop_knowledge");
  }

  about() {
    return this.call("about");
  }

  analytes() {
    return this.call("analytes");
  }

  facts() {
    return this.call("facts");
  }

  questions() {
    return this.call("questions");
  }

  guidelines() {
    return this.call("guidelines");
  }

  medicines() {
    return this.call("medicines");
  }

  sources() {
    return this.call("sources");
  }

  alerts() {
    return this.call("alerts");
  }

  claims() {
    return this.call("claims");
  }

  assumptions() {
    return this.call("assumptions");
  }

  tables(of = {}) {
    return this.call("tables", of);
  }

  limits(of = {}) {
    return this.call("limits", of);
  }

  rules(of = {}) {
    return this.call("rules", of);
  }

  diff(older, newer) {
    return this.call("diff", { older, newer });
  }

  convert(analyte, value, unit, to) {
    return this.call("convert", { analyte, value, unit, to });
  }

  schema(of) {
    return this.call("schema", { of });
  }
}

/** Calls that are answered by the knowledge in use. */
const OF_KNOWLEDGE = new Set([
  "assess",
  "check",
  "position",
  "what_if",
  "fhir",
  "report",
  "knowledge",
  "drop_knowledge",
  "guidelines",
  "tables",
  "limits",
  "rules",
]);

function given(patient) {
  return typeof patient === "string" ? { patient_text: patient } : { patient };
}

/** For a page that has the bytes, or the module, in it. */
export function loadSync(source) {
  const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  return new Ekbom(new Machine(module));
}

/** Loads the file beside this module, or what is given instead. */
export async function load(source = new URL("ekbom.wasm", import.meta.url)) {
  return loadSync(await compiled(await source));
}

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (source instanceof Response) return fromResponse(source);
  const url = new URL(source, import.meta.url);
  if (url.protocol === "file:") {
    // Node and its kin read files; nobody's `fetch` does.
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
    return WebAssembly.compile(await readFile(url));
  }
  return fromResponse(await fetch(url));
}

async function fromResponse(response) {
  if (!response.ok) throw new Error(`ekbom: ${response.url}: ${response.status} ${response.statusText}`);
  // Servers that know no wasm give another type, with which streaming fails.
  return WebAssembly.compile(await response.arrayBuffer());
}
