// The folder: modules, and a service worker that keeps them for when there is no network.
import { load } from "./ekbom.js";
import { EXAMPLES } from "./examples.js";
import { start } from "./main.js";

start(await load(), EXAMPLES);
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) navigator.serviceWorker.register("./sw.js");
