// The folder: modules, and a service worker that keeps them for when there is no network.
import { failed } from "./dom.js";
import { load } from "./ekbom.js";
import { EXAMPLES } from "./examples.js";
import { start } from "./main.js";

try {
  await start(await load(), EXAMPLES, async (code) => {
    const file = await fetch(`${code}.po`);
    if (!file.ok) throw new Error(file.statusText);
    return file.text();
  });
} catch (error) {
  failed(error);
}
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) navigator.serviceWorker.register("./sw.js");
