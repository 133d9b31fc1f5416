// In a worker, off the page's own thread: `new Worker("worker.js", { type: "module" })`. It answers each message
// `{ id, patient }` with `{ id, assessment }`, or with `{ id, errors, critical }` where the patient is refused.

import { PatientRefused, load } from "ekbom";

const ready = load();

self.addEventListener("message", async ({ data: { id, patient } }) => {
  const ekbom = await ready;
  try {
    self.postMessage({ id, assessment: ekbom.assess(patient) });
  } catch (error) {
    if (!(error instanceof PatientRefused)) throw error;
    self.postMessage({ id, errors: error.errors, critical: error.critical });
  }
});
