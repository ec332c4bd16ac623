/** Runs in a page: texts whose colour is too near to that of their ground (WCAG 2.2, 1.4.3), each with its contrast. */
export const faintTexts = `(() => {
  const parts = (colour) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((each) => each / 255).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    if (!element) return [255, 255, 255];
    const ground = parts(getComputedStyle(element).backgroundColor);
    return ground[3] === 1 ? ground : groundOf(element.parentElement);
  };
  return [...document.querySelectorAll("body *")].flatMap((element) => {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent.trim()).join(" ").trim();
    if (text === "" || ["SCRIPT", "STYLE", "OPTION"].includes(element.tagName)) return [];
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const opacity = Number(style.opacity);
    const ink = parts(style.color).slice(0, 3).map((each, place) => each * opacity + ground[place] * (1 - opacity));
    const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    return contrast < 4.5 ? [element.tagName + " " + text.slice(0, 30) + " (" + contrast.toFixed(2) + ")"] : [];
  });
})()`;
