// The one file: the same, with everything in it. A classic script, for browsers let no module run from a file.
import { failed } from "./dom.js";
import { loadSync } from "./ekbom.js";
import { EXAMPLES } from "./examples.js";
import { start } from "./main.js";

/** @param {string} id */
function unpacked(id) {
  const text = document.getElementById(id)?.textContent ?? "";
  const packed = Uint8Array.from(atob(text.trim()), (own) => own.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

unpacked("wasm")
  .arrayBuffer()
  .then((bytes) => WebAssembly.compile(bytes))
  .then((module) => start(loadSync(module), EXAMPLES, (code) => unpacked(code).text()))
  .catch(failed);
