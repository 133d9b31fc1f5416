// What a vector expects, held against an assessment: tests/vectors/README.md says what each key means.

const within = (part, whole) => part.every((item) => whole.includes(item));
const same = (one, other) => within(one, other) && within(other, one);
const named = ({ question, guideline }) => `${question}@${guideline}`;

/** Says what is not as expected. */
export function* compare(expect, said) {
  const positions = new Map(said.positions.map((own) => [named(own), own]));
  const codes = {
    alerts: said.alerts.map((own) => own.code),
    acts: said.acts.map((own) => own.act),
    claims: said.claims,
    disagreements: said.disagreements.map((own) => own.question),
  };
  const advice = said.recommendations;
  const find = (action) => {
    const [code, guideline] = action.split("@");
    return advice.filter((own) => own.action === code && (guideline ?? own.guideline) === own.guideline);
  };
  for (const [key, wanted] of Object.entries(expect)) {
    switch (key) {
      case "positions":
      case "needs":
      case "rules": {
        const part = key === "positions" ? "possible" : key;
        for (const [table, values] of Object.entries(wanted)) {
          const own = positions.get(table);
          if (own === undefined) yield `no position ${table}`;
          else if (!same(own[part], values)) yield `${table}: ${part} ${own[part]}, not ${values}`;
        }
        break;
      }
      case "flags":
      case "no_flags":
        for (const [table, flags] of Object.entries(wanted)) {
          const own = positions.get(table);
          for (const flag of flags) {
            if (own === undefined || own.flags.includes(flag) !== (key === "flags")) yield `${table}: ${key}: ${flag}`;
          }
        }
        break;
      case "no_positions":
        for (const table of wanted) if (positions.has(table)) yield `position ${table}`;
        break;
      case "alerts":
      case "acts":
      case "claims":
      case "disagreements":
        for (const code of wanted) if (!codes[key].includes(code)) yield `${key}: no ${code}`;
        break;
      case "no_alerts":
      case "no_acts":
      case "no_claims":
      case "no_disagreements":
        for (const code of wanted) if (codes[key.slice(3)].includes(code)) yield `${key}: ${code}`;
        break;
      case "recommendations":
        for (const item of wanted) yield* recommendation(item, advice);
        break;
      case "no_recommendations":
        for (const action of wanted) if (find(action).length > 0) yield `recommendation ${action}`;
        break;
      case "recommendation_order": {
        const places = wanted.map((action) => advice.indexOf(find(action)[0]));
        const sorted = [...places].sort((one, other) => one - other);
        if (places.includes(-1) || places.join() !== sorted.join()) yield `order ${wanted}: ${places}`;
        break;
      }
      case "next_tests":
        for (const { test, ...parts } of wanted) {
          const own = said.next_tests.find((one) => one.test === test);
          if (own === undefined) yield `next test ${test} is missing`;
          for (const [part, values] of Object.entries(own === undefined ? {} : parts)) {
            const known = part === "could_change" || part === "instructions";
            if (!known || !within(values, own[part])) yield `next test ${test}: ${part}`;
          }
        }
        break;
      case "derived":
        for (const item of wanted) yield* derived(item, said.derived);
        break;
      default:
        yield `a key that this runner does not know: ${key}`;
    }
  }
}

function* recommendation({ action, guideline, direction, ...parts }, advice) {
  const own = advice.find(
    (one) => one.action === action && one.guideline === guideline && one.direction === direction,
  );
  if (own === undefined) {
    yield `no recommendation ${direction} ${action}@${guideline}`;
    return;
  }
  for (const [key, wanted] of Object.entries(parts)) {
    let right = false;
    if (key === "strength") right = own.strength === wanted;
    if (key === "withheld") {
      right = own.withheld === wanted || (own.withheld !== null && wanted !== null && same(own.withheld, wanted));
    }
    if (key === "cautions") right = within(wanted, own.cautions);
    if (!right) yield `recommendation ${action}: ${key} ${own[key]}`;
  }
}

function* derived({ fact, if_sex, tolerance = 0, ...parts }, facts) {
  const own = facts.find((one) => one.fact === fact && one.if_sex === if_sex);
  if (own === undefined) {
    yield `no derived ${fact}`;
    return;
  }
  for (const [key, wanted] of Object.entries(parts)) {
    let right = false;
    if (["value", "low", "high"].includes(key)) {
      right = typeof own[key] === "number" && Math.abs(own[key] - wanted) <= tolerance;
    }
    if (key === "from") right = same(own.from, wanted);
    if (!right) yield `derived ${fact}: ${key} ${own[key]}`;
  }
}

/** Of a refused patient: the same number of faults, each as far as the vector says. */
export function* compareErrors(wanted, faults) {
  if (faults?.length !== wanted.length) {
    yield `faults: ${JSON.stringify(faults)}`;
    return;
  }
  for (const [place, { field, value, accepted = [], message = "", ...rest }] of wanted.entries()) {
    const own = faults[place];
    for (const key of Object.keys(rest)) yield `a key that this runner does not know: ${key}`;
    if ((field ?? own.field) !== own.field) yield `field ${own.field}, not ${field}`;
    if ((value ?? own.value) !== own.value) yield `value ${own.value}, not ${value}`;
    if (!within(accepted, own.accepted)) yield `accepted ${own.accepted}, without one of ${accepted}`;
    if (!own.message.includes(message)) yield `message ${own.message}, without ${message}`;
  }
}
