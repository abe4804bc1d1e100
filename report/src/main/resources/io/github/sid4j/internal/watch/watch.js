const lost = document.getElementById("lost");
const pause = 2000;
let shown = "";

const show = (text) => {
  const now = document.querySelector("main");
  const next = new DOMParser().parseFromString(text, "text/html").querySelector("main");
  const ids = (of) => Array.from(of.children, (part) => part.id).join();
  document.title = next.dataset.title;
  if (ids(now) !== ids(next)) {
    now.replaceWith(next);
    return;
  }
  // What has not changed stays as it is: selected, scrolled.
  Array.from(next.children).forEach((part, place) => {
    const old = now.children[place];
    if (!old.isEqualNode(part)) old.replaceWith(part);
  });
};

const look = async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch("now", { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    const text = await answer.text();
    if (text !== shown) show(text);
    shown = text;
    lost.hidden = true;
  } catch (error) {
    lost.hidden = false;
  }
};

const again = async () => {
  await look();
  setTimeout(again, pause);
};

document.addEventListener("visibilitychange", look);
setTimeout(again, pause);
