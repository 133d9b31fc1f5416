// The patient as it is being entered. Nothing here is stored, and nothing is written to the address bar.

const GROUPS = ["symptoms", "history"];

export class State {
  constructor() {
    /** @type {(() => void)[]} */
    this.heard = [];
    /** Results of the line that is being typed. @type {any[]} */
    this.draft = [];
    /** Readings in doubt, with all those of the same line. @type {WeakMap<any, any[]>} */
    this.together = new WeakMap();
    this.fresh({});
  }

  /** @param {any} patient */
  fresh(patient) {
    /** @type {any} */
    this.patient = { ...patient };
    for (const key of ["labs", "medicines", "complete"]) this.patient[key] = [...(patient[key] ?? [])];
    for (const key of GROUPS) this.patient[key] = { ...(patient[key] ?? {}) };
    this.draft = [];
  }

  /** What the engine is asked: as little as was said. */
  get asked() {
    const asked = { ...this.patient, labs: [...this.patient.labs, ...this.draft] };
    for (const key of [...GROUPS, "medicines", "complete"]) {
      if (Object.keys(asked[key]).length === 0) delete asked[key];
    }
    return asked;
  }

  get empty() {
    const { labs, age_years, sex, ...rest } = this.asked;
    return labs.length === 0 && Object.keys(rest).length === 0;
  }

  changed() {
    for (const hear of this.heard) hear();
  }

  /**
   * What one line says, or one result: in doubt, its readings stand and fall together.
   * @param {any[]} entries
   * @returns {any[]} those that stand in the patient now
   */
  add(entries) {
    const made = entries.map((lab) => ({ ...lab }));
    for (const own of made) if (own.doubt !== undefined) this.together.set(own, made);
    this.patient.labs.push(...made);
    this.draft = [];
    return made;
  }

  /**
   * A result takes the place of one in doubt, and of every other reading of the same line.
   * @param {any} doubted
   * @param {any} [lab] nothing where there was no such result
   */
  settle(doubted, lab) {
    const gone = this.together.get(doubted) ?? [doubted];
    const at = this.patient.labs.findIndex((/** @type {any} */ own) => gone.includes(own));
    const left = this.patient.labs.filter((/** @type {any} */ own) => !gone.includes(own));
    if (lab !== undefined) left.splice(at < 0 ? left.length : at, 0, lab);
    this.patient.labs = left;
  }

  /**
   * @param {string} group
   * @param {string} key
   * @param {any} value nothing where it is not known
   */
  say(group, key, value) {
    if (value === undefined) delete this.patient[group][key];
    else this.patient[group][key] = value;
    this.changed();
  }
}
