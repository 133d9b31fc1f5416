// The one file: the same, with everything in it. A classic script, for browsers let no module run from a file.
import { failed } from "./dom.js";
import { loadSync } from "./ekbom.js";
import { EXAMPLES } from "./examples.js";
import { start } from "./main.js";

async function unpacked() {
  const text = document.getElementById("wasm")?.textContent ?? "";
  const packed = Uint8Array.from(atob(text.trim()), (own) => own.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

unpacked()
  .then((module) => start(loadSync(module), EXAMPLES))
  .catch(failed);
