"use strict";
const news = document.getElementById("news");
const stream = new EventSource(news.dataset.listen);
stream.addEventListener("alert", () => { news.hidden = false; });
addEventListener("pagehide", () => stream.close());
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
