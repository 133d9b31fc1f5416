// The left side: results, person, medicines, symptoms and history.
import { $, h, sentence } from "./dom.js";
import { key, number, t } from "./words.js";

const OFFERED = 8;
const ASKED_AT_ONCE = 5;
const MOST_CHANGES = 10;

export class Entry {
  /**
   * @param {import("./catalogue.js").Catalogue} catalogue
   * @param {import("./state.js").State} state
   * @param {(labs: any[]) => any} whatIf
   */
  constructor(catalogue, state, whatIf) {
    this.catalogue = catalogue;
    this.state = state;
    this.whatIf = whatIf;
    /** Items that are shown under "Ask now", in the order in which they came. @type {[string, string][]} */
    this.now = [];
    this.results();
    this.person();
    this.medicines();
    this.items();
  }

  // Results ------------------------------------------------------------------------------------------------------

  results() {
    const box = $("paste");
    box.addEventListener("input", () => {
      box.rows = Math.min(12, box.value.split("\n").length);
      this.draft();
    });
    box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && !event.shiftKey && !box.value.includes("\n")) {
        event.preventDefault();
        this.take();
      }
    });
    $("take").addEventListener("click", () => {
      if (box.value.trim() !== "") this.take();
      box.focus();
    });
    box.addEventListener("paste", () => setTimeout(() => box.value.includes("\n") && this.take(), 0));
    const select = $("c-analyte");
    this.names();
    const units = () => {
      const own = this.catalogue.analytes.get(select.value);
      $("c-unit").replaceChildren(...own.units.map((/** @type {any} */ one) => h("option", { value: one.unit }, shownUnit(one.unit))));
      if (own.kind === "qualitative") $("c-unit").append(h("option", { value: "" }, t("finding")));
    };
    select.addEventListener("change", units);
    units();
    this.units = units;
    $("choose").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      const text = $("c-value").value.trim();
      if (text === "") return $("c-value").focus();
      /** @type {any} */
      const lab = { analyte: select.value, value: typedNumber(text) };
      if ($("c-unit").value) lab.unit = $("c-unit").value;
      if ($("c-sign").value) lab.comparator = $("c-sign").value;
      this.state.add([lab]);
      $("c-value").value = "";
      this.drawLabs();
      this.state.changed();
    });
  }

  /** The analytes, in the language that was chosen. */
  names() {
    const select = $("c-analyte");
    const chosen = select.value;
    select.replaceChildren(...[...this.catalogue.analytes.keys()].map((id) => h("option", { value: id }, sentence(this.catalogue.analyte(id)))));
    if (chosen) select.value = chosen;
  }

  /** Everything anew in another language; nothing that was entered is lost. */
  speak() {
    this.names();
    this.units?.();
    this.drawLabs();
    this.drawMedicines();
    this.drawItems();
    if ($("reading").hidden === false) this.shown?.();
    this.draft();
  }

  /** Reads while typing: what is understood counts at once. */
  draft() {
    const text = $("paste").value;
    // A whole report is read once, when it is added.
    const lines = text.split("\n").length > 5 || text.trim() === "" ? [] : this.catalogue.engine.call("paste", { text }).lines;
    const understood = lines.filter((/** @type {any} */ line) => line.is === "understood");
    this.state.draft = lines.flatMap((/** @type {any} */ line) => line.entries ?? []);
    const said = $("draft");
    const doubt = lines.find((/** @type {any} */ line) => line.is === "doubted" || line.is === "not_understood");
    said.className = doubt ? "draft doubt" : "draft";
    said.textContent = doubt
      ? sentence(this.catalogue.words(doubt.why))
      : understood.length > 0
        ? t("{what}: counted already; Enter keeps it", { what: understood.map((/** @type {any} */ line) => this.inWords(line.lab)).join("; ") })
        : "";
    this.state.changed();
  }

  /** Takes what the lines say, in doubt where they are doubted; shows those that are not used. */
  take() {
    const box = $("paste");
    const text = box.value;
    const { lines, cut } = this.catalogue.engine.call("paste", { text });
    const used = lines.filter((/** @type {any} */ line) => line.is === "understood");
    const rest = lines.filter((/** @type {any} */ line) => line.is === "doubted" || line.is === "not_understood");
    const alone = !text.includes("\n");
    if (alone && used.length === 0) return this.draft();
    for (const line of lines) line.stand = this.state.add(line.entries ?? []);
    box.value = "";
    box.rows = 1;
    $("draft").textContent = "";
    if (alone && rest.length === 0) this.hideReading();
    else this.showReading(text.split(/\r\n|\n|\r/), lines, cut);
    this.drawLabs();
    this.state.changed();
  }

  hideReading() {
    this.shown = undefined;
    $("reading").hidden = true;
    $("reading").replaceChildren();
  }

  /**
   * @param {HTMLElement} what
   * @param {() => void} [again] the same in another language
   */
  show(what, again) {
    this.shown = again;
    $("reading").hidden = false;
    $("reading").replaceChildren(what);
  }

  /**
   * @param {string[]} raw
   * @param {any[]} lines
   * @param {boolean} cut
   */
  showReading(raw, lines, cut) {
    const count = (/** @type {string} */ is) => lines.filter((line) => line.is === is).length;
    const settled = new Set();
    const row = (/** @type {any} */ line) => {
      const offered = (line.readings ?? []).map((/** @type {any} */ lab) =>
        h("button", { type: "button", onclick: () => {
          if (line.stand.some((/** @type {any} */ own) => this.state.patient.labs.includes(own))) this.state.settle(line.stand[0], { ...lab });
          else this.state.add([lab]);
          item.remove();
          settled.add(line);
          this.drawLabs();
          this.state.changed();
        } }, lab.confirmed ? t("It says {what}, confirmed", { what: this.inWords(lab) }) : t("It says {what}", { what: this.inWords(lab) })));
      const states = { understood: key("Understood"), doubted: key("Doubted, not used, and no older result stands for it:"), not_understood: key("Not understood, not used:"), no_result: key("No result") };
      const item = h("li", { className: line.is },
        h("span", { className: "raw" }, raw[line.line - 1] ?? ""),
        h("span", {}, h("span", { className: "state" }, t(states[/** @type {keyof states} */ (line.is)])),
          line.lab ? ` ${this.inWords(line.lab)}${line.notes.length > 0 ? ` (${this.catalogue.sayAll(line.notes).join("; ")})` : ""}` : line.why ? ` ${sentence(this.catalogue.words(line.why))}` : ""),
        offered.length > 0 && h("span", { className: "bar" }, offered));
      return item;
    };
    const doubts = lines.filter((line) => line.is === "doubted" || line.is === "not_understood");
    const others = lines.filter((line) => !doubts.includes(line) && (raw[line.line - 1] ?? "").trim() !== "");
    this.show(h("div", {},
      h("div", { className: "sum" },
        h("span", {}, t("{understood} understood, {doubted} doubted, {not_understood} not understood", { understood: count("understood"), doubted: count("doubted"), not_understood: count("not_understood") })),
        h("button", { type: "button", className: "plain", "aria-label": t("Close the reading"), onclick: () => this.hideReading() }, "\u2715")),
      cut && h("p", {}, t("The report is longer than what is read.")),
      doubts.length > 0 && h("ul", { "aria-label": t("Lines that are not used") }, doubts.map(row)),
      others.length > 0 && h("details", {}, h("summary", {}, t("Every other line ({count})", { count: others.length })), h("ul", {}, others.map(row))),
    ), () => this.showReading(raw, lines.filter((line) => !settled.has(line)), cut));
  }

  /** @param {any} lab */
  inWords(lab) {
    const { low, high } = { low: lab.ref_low, high: lab.ref_high };
    const limits = low !== undefined && high !== undefined ? ` [${number(low)}\u2013${number(high)}]` : low !== undefined ? ` [${t("from {low}", { low: number(low) })}]` : high !== undefined ? ` [${t("to {high}", { high: number(high) })}]` : "";
    return `${this.catalogue.analyte(lab.analyte)} ${valueOf(lab)}${limits}`;
  }

  drawLabs() {
    const list = $("labs");
    list.replaceChildren(...this.state.patient.labs.map((/** @type {any} */ lab, /** @type {number} */ place) => this.labRow(lab, place)));
  }

  /**
   * @param {any} lab
   * @param {number} place
   */
  labRow(lab, place) {
    const name = sentence(this.catalogue.analyte(lab.analyte));
    const more = h("div", { className: "more" });
    const doubted = lab.doubt !== undefined;
    const own = h("details", { ontoggle: () => own.open && more.childElementCount === 0 && this.drawMore(more, lab, place) },
      h("summary", {}, h("span", {}, name, " ", h("span", { className: "val" }, valueOf(lab)),
        doubted && h("span", { className: "sub" }, h("b", {}, t("In doubt: ")), this.catalogue.words(lab.doubt)))), more);
    return h("li", doubted ? { className: "doubted" } : {}, h("div", { className: "line" }, own,
      h("button", { type: "button", className: "plain", "aria-label": t("Remove {name}", { name }), onclick: () => {
        if (doubted) this.state.settle(lab);
        else this.state.patient.labs.splice(place, 1);
        this.drawLabs();
        this.state.changed();
        $("paste").focus();
      } }, "\u2715")));
  }

  /**
   * What stands in the place of a result in doubt: as it is, or corrected by hand.
   * @param {HTMLElement} more
   * @param {any} lab
   */
  drawDoubt(more, lab) {
    const { doubt, ...said } = lab;
    const take = (/** @type {any} */ own) => {
      this.state.settle(lab, own);
      this.drawLabs();
      this.state.changed();
      $("paste").focus();
    };
    const value = h("input", { inputMode: "decimal", autocomplete: "off", value: number(lab.value ?? "") });
    const known = this.catalogue.analytes.get(lab.analyte);
    const units = known.units.map((/** @type {any} */ one) => one.unit);
    const unit = h("select", {}, units.map((/** @type {string} */ own) => h("option", { value: own, selected: own === lab.unit }, shownUnit(own))), known.kind === "qualitative" && h("option", { value: "" }, t("finding")));
    more.append(h("form", { className: "fields", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const text = value.value.trim();
      if (text === "") return value.focus();
      /** @type {any} */
      const made = { ...said, value: typedNumber(text) };
      // Limits are those of the unit that was printed.
      if (unit.value !== said.unit) for (const key of ["ref_low", "ref_high", "grey_high"]) delete made[key];
      delete made.unit;
      if (unit.value !== "") made.unit = unit.value;
      take(this.believed(made));
    } }, h("label", {}, t("It is"), value), h("label", {}, t("Unit"), unit), h("button", { type: "submit" }, t("Correct it"))));
    more.append(h("p", { className: "sub" }, t("Nothing is answered by it, and no older result stands for it, until you correct it or remove it.")));
  }

  /**
   * Said by somebody who looked at the report: what is merely unlikely is then confirmed.
   * @param {any} lab
   */
  believed(lab) {
    const confirmed = { ...lab, confirmed: true };
    const taken = (/** @type {any} */ own) => {
      try {
        this.catalogue.engine.check({ labs: [own] });
        return true;
      } catch {
        return false;
      }
    };
    return !taken(lab) && taken(confirmed) ? confirmed : lab;
  }

  /**
   * @param {HTMLElement} more
   * @param {any} lab
   * @param {number} place
   */
  drawMore(more, lab, place) {
    if (lab.doubt !== undefined) return this.drawDoubt(more, lab);
    const field = (/** @type {string} */ label, /** @type {string} */ what) =>
      h("label", {}, label, h("input", { inputMode: "decimal", value: number(lab[what] ?? ""), onchange: (/** @type {any} */ event) => {
        const typed = typedNumber(event.target.value);
        if (typeof typed === "string") delete lab[what];
        else lab[what] = typed;
        this.state.changed();
      } }));
    const fields = [field(t("Days ago"), "days_ago"), field(t("Laboratory from"), "ref_low"), field(t("to"), "ref_high")];
    if (typeof lab.value === "number") fields.unshift(field(t("Value, {unit}", { unit: shownUnit(lab.unit ?? "") }), "value"));
    more.append(h("div", { className: "fields" }, fields));
    if (["ferritin", "iron", "tsat", "tibc"].includes(lab.analyte)) {
      more.append(h("label", { className: "check" }, h("input", { type: "checkbox", checked: lab.morning === true, onchange: (/** @type {any} */ event) => {
        if (event.target.checked) lab.morning = true;
        else delete lab.morning;
        this.state.changed();
      } }), t("Morning sample")));
    }
    if (typeof lab.value === "number" && lab.value > 0) more.append(this.slider(lab, place));
  }

  /**
   * What would change with another value: the patient stays as it is.
   * @param {any} lab
   * @param {number} place
   */
  slider(lab, place) {
    const said = h("output", {}, t("Move it to see what would change. The result above stays as it is."));
    const box = h("div", { className: "whatif" });
    let timer = 0;
    const input = h("input", { type: "range", min: "-100", max: "100", value: "0", "aria-label": t("What if {what} were another value", { what: this.catalogue.analyte(lab.analyte) }) });
    input.addEventListener("input", () => {
      // Up to ten times as much, or a tenth.
      const value = Number((lab.value * 10 ** (Number(input.value) / 100)).toPrecision(2));
      input.setAttribute("aria-valuetext", `${number(value)} ${shownUnit(lab.unit ?? "")}`);
      clearTimeout(timer);
      timer = setTimeout(() => said.replaceChildren(...this.difference(lab, place, value)), 120);
    });
    box.append(h("b", {}, t("What if")), input, said);
    return box;
  }

  /**
   * @param {any} lab
   * @param {number} place
   * @param {number} value
   */
  difference(lab, place, value) {
    const head = h("p", {}, h("b", {}, t("At {value}", { value: `${number(value)} ${shownUnit(lab.unit ?? "")}` })));
    const other = this.state.patient.labs.map((/** @type {any} */ own, /** @type {number} */ at) => (at === place ? { ...own, value } : own));
    let changes;
    try {
      changes = this.whatIf(other);
    } catch (/** @type {any} */ error) {
      return [head, h("p", {}, error.errors?.[0] ? this.catalogue.words(error.errors[0].message) : t("This cannot be."))];
    }
    return [head, changes.length === 0 ? h("p", {}, t("Nothing would change.")) : h("ul", {}, changes.slice(0, MOST_CHANGES).map((/** @type {string} */ text) => h("li", {}, text)), changes.length > MOST_CHANGES && h("li", {}, t("{count} more", { count: changes.length - MOST_CHANGES })))];
  }

  // Person -------------------------------------------------------------------------------------------------------

  person() {
    $("age").addEventListener("input", () => {
      const text = $("age").value.trim();
      if (text === "") delete this.state.patient.age_years;
      else this.state.patient.age_years = typedNumber(text);
      this.state.changed();
    });
    for (const button of document.querySelectorAll("[data-sex]")) {
      button.addEventListener("click", () => {
        const sex = /** @type {HTMLElement} */ (button).dataset.sex;
        if (this.state.patient.sex === sex) delete this.state.patient.sex;
        else this.state.patient.sex = sex;
        this.drawPerson();
        this.state.changed();
      });
    }
  }

  drawPerson() {
    const { age_years: age, sex, complete } = this.state.patient;
    if (document.activeElement !== $("age")) $("age").value = typeof age === "object" ? "" : (age ?? "");
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sex]"))) {
      button.setAttribute("aria-pressed", String(button.dataset.sex === sex));
    }
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-complete]"))) {
      box.checked = complete.includes(box.dataset.complete);
    }
  }

  // Medicines ----------------------------------------------------------------------------------------------------

  medicines() {
    const input = $("med");
    const list = $("med-list");
    /** @type {[string, string][]} */
    const names = this.catalogue.medicines.flatMap((/** @type {any} */ own) => [[own.name, own.name], ...own.synonyms.map((/** @type {string} */ other) => [other, own.name])]);
    let at = -1;
    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = (/** @type {number} */ place) => {
      const all = [...list.children];
      at = all.length === 0 ? -1 : (place + all.length) % all.length;
      all.forEach((item, own) => item.setAttribute("aria-selected", String(own === at)));
      if (at >= 0) {
        input.setAttribute("aria-activedescendant", all[at].id);
        all[at].scrollIntoView({ block: "nearest" });
      }
    };
    const take = (/** @type {string} */ name) => {
      const known = this.state.patient.medicines.some((/** @type {any} */ own) => (own.name ?? own) === name);
      if (!known) this.state.patient.medicines.push(name);
      input.value = "";
      close();
      this.drawMedicines();
      this.state.changed();
    };
    input.addEventListener("input", () => {
      const word = input.value.trim().toLowerCase();
      const starts = names.filter(([own]) => own.toLowerCase().startsWith(word));
      const holds = names.filter(([own]) => !own.toLowerCase().startsWith(word) && own.toLowerCase().includes(word));
      const found = word === "" ? [] : [...starts, ...(word.length > 2 ? holds : [])].slice(0, OFFERED);
      const typed = input.value.trim();
      if (word !== "" && found.length === 0) {
        // It is taken all the same: left out, it would read as not taken once the list is said to be complete.
        list.replaceChildren(h("li", { role: "option", id: "med-0", "aria-selected": "false", "data-name": typed, onmousedown: (/** @type {Event} */ event) => {
          event.preventDefault();
          take(typed);
        } }, t("Add {name}", { name: typed }), h("small", {}, t("not in the list: it may not be possible to check it"))));
        mark(0);
      } else {
        list.replaceChildren(...found.map(([own, name], place) =>
          h("li", { role: "option", id: `med-${place}`, "aria-selected": "false", "data-name": name, onmousedown: (/** @type {Event} */ event) => {
            event.preventDefault();
            take(name);
          } }, own, own === name ? "" : h("small", {}, name))));
      }
      list.hidden = word === "";
      input.setAttribute("aria-expanded", String(word !== ""));
      if (found.length > 0) mark(0);
    });
    input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(at + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter") {
        event.preventDefault();
        const name = /** @type {HTMLElement} */ (list.children[at])?.dataset.name;
        if (name) take(name);
      } else if (event.key === "Escape") close();
    });
    input.addEventListener("blur", close);
  }

  drawMedicines() {
    $("meds").replaceChildren(...this.state.patient.medicines.map((/** @type {any} */ own, /** @type {number} */ place) => {
      const name = this.catalogue.say(own.name ?? own);
      return h("li", {}, name, h("button", { type: "button", className: "plain", "aria-label": t("Remove {name}", { name }), onclick: () => {
        this.state.patient.medicines.splice(place, 1);
        this.drawMedicines();
        this.state.changed();
        $("med").focus();
      } }, "\u2715"));
    }));
  }

  // Symptoms and history -----------------------------------------------------------------------------------------

  items() {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-complete]"))) {
      box.addEventListener("change", () => {
        const { complete } = this.state.patient;
        const group = box.dataset.complete ?? "";
        this.state.patient.complete = box.checked ? [...complete, group] : complete.filter((/** @type {string} */ own) => own !== group);
        this.state.changed();
      });
    }
    for (const find of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-find]"))) {
      find.addEventListener("input", () => {
        const word = find.value.trim().toLowerCase();
        for (const item of $(find.dataset.find ?? "").children) {
          item.hidden = !item.dataset.label.includes(word);
        }
      });
    }
  }

  drawItems() {
    for (const group of ["symptoms", "history"]) {
      const known = this.catalogue[/** @type {"symptoms"|"history"} */ (group)];
      const keys = Object.keys(known).sort((one, other) => this.label(group, one).localeCompare(this.label(group, other)));
      $(group).replaceChildren(...keys.map((key) => this.item(group, key)));
    }
    // In another language what was asked stays where it is.
    $("asks").replaceChildren(...this.now.map(([group, key]) => this.item(group, key)));
  }

  /**
   * Those that matter now, in the engine's order. Nothing moves away under the hand: what was answered stays.
   * @param {string[]} order
   */
  ask(order) {
    const group = (/** @type {string} */ key) => (key in this.catalogue.symptoms ? "symptoms" : "history");
    let open = this.now.filter(([own, key]) => this.state.patient[own][key] === undefined).length;
    for (const key of order) {
      if (open >= ASKED_AT_ONCE) break;
      const own = group(key);
      const shown = this.now.some(([, other]) => other === key);
      if (shown || this.state.patient[own][key] !== undefined || this.state.patient.complete.includes(own)) continue;
      this.now.push([own, key]);
      $("asks").append(this.item(own, key));
      open += 1;
    }
    if (this.now.length === 0 && $("asks").childElementCount === 0) $("asks").append(h("p", { className: "quiet" }, t("Nothing more to ask would change an answer.")));
    else if (this.now.length > 0) $("asks").querySelector(".quiet")?.remove();
  }

  /**
   * @param {string} group
   * @param {string} key
   */
  label(group, key) {
    return this.catalogue.say(this.catalogue[/** @type {"symptoms"|"history"} */ (group)][key].label);
  }

  /**
   * @param {string} group
   * @param {string} key
   */
  item(group, key) {
    const own = this.catalogue[/** @type {"symptoms"|"history"} */ (group)][key];
    const id = `i${(this.count = (this.count ?? 0) + 1)}`;
    const said = this.state.patient[group][key];
    const say = (/** @type {any} */ value) => {
      this.state.say(group, key, value);
      this.mirror(group, key);
    };
    let control;
    if (own.kind === "boolean") {
      control = h("div", { className: "tri", role: "group", "aria-labelledby": id },
        [[true, t("Yes")], [false, t("No")], [undefined, "?"]].map(([value, text]) =>
          h("button", { type: "button", "aria-pressed": String(said === value), "aria-label": text === "?" ? t("Not known") : text, "data-value": String(value), onclick: () => say(value) }, text)));
    } else if (own.kind === "choice") {
      control = h("select", { "aria-labelledby": id, onchange: (/** @type {any} */ event) => say(event.target.value || undefined) },
        h("option", { value: "" }, t("not known")),
        own.options.map((/** @type {string} */ code) => h("option", { value: code, selected: said === code }, this.catalogue.say(String(code).replaceAll("_", " ")))));
    } else {
      control = h("input", { "aria-labelledby": id, inputMode: "decimal", value: number(said ?? ""), placeholder: t(units[own.unit] ?? own.unit ?? ""), onchange: (/** @type {any} */ event) => {
        const text = event.target.value.trim();
        say(text === "" ? undefined : typedNumber(text));
      } });
    }
    return h("div", { className: "item", "data-key": `${group}.${key}`, "data-label": this.label(group, key).toLowerCase() }, h("span", { id }, sentence(this.label(group, key))), control);
  }

  /**
   * The same item may stand in two lists.
   * @param {string} group
   * @param {string} key
   */
  mirror(group, key) {
    const said = this.state.patient[group][key];
    for (const item of document.querySelectorAll(`[data-key="${group}.${key}"]`)) {
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("[data-value]"))) {
        button.setAttribute("aria-pressed", String(button.dataset.value === String(said)));
      }
      const field = /** @type {HTMLInputElement|null} */ (item.querySelector("select, input"));
      if (field && document.activeElement !== field) field.value = field instanceof HTMLSelectElement ? (said ?? "") : number(said ?? "");
    }
  }

  /** Everything anew, for another patient. */
  draw() {
    $("paste").value = "";
    $("draft").textContent = "";
    this.hideReading();
    this.now = [];
    this.drawLabs();
    this.drawPerson();
    this.drawMedicines();
    this.drawItems();
  }
}

/** @type {Record<string, string>} */
const units = { a: key("years"), mo: key("months"), wk: key("weeks"), d: key("days"), h: key("hours") };

/**
 * A unit as people print it.
 * @param {string} ucum
 */
export function shownUnit(ucum) {
  return ucum.replace("{1.73_m2}", "1.73 m\u00b2").replace("{creat}", " creatinine").replaceAll("[IU]", "IU").replace("[arb'U]", "U").replace(/^u(?=[gmI])/, "\u00b5").replace("/umol", "/\u00b5mol").replace(/^1$/, () => t("(fraction)"));
}

/** @param {any} lab */
export function valueOf(lab) {
  const value = typeof lab.value === "number" ? number(figuresKept(lab.value)) : (lab.value ?? "");
  return `${lab.comparator ?? ""}${value}${lab.unit ? `\u00a0${shownUnit(lab.unit)}` : ""}`;
}

/** @param {number} value */
function figuresKept(value) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

/**
 * What was typed, as a number where it is one: a comma is a decimal mark, as a point is.
 * @param {string} typed
 * @returns {number | string}
 */
function typedNumber(typed) {
  const text = typed.trim().replace(",", ".");
  return text === "" || Number.isNaN(Number(text)) ? typed.trim() : Number(text);
}
