import { bodyAudiences, isBody, type Audience } from "../catalog/audience.ts";
import { audienceCode, audienceCodes } from "../catalog/audience-code.ts";
import { changePath } from "../catalog/catalogue-path.ts";
import { HubError } from "../errors.ts";

/** A change was asked for by somebody for whom it is not. */
export function changeDenied(coordinate: string, askers: readonly Audience[]): HubError {
  const [kind, name] = coordinate.split(".");
  const isEveryBody = bodyAudiences.every((body) => askers.includes(body));
  const others = isEveryBody ? askers.filter((audience) => !isBody(audience)) : askers;
  const words = [...(isEveryBody ? [{ en: "government bodies", zh: "政务部门" }] : []), ...others.map((audience) => audienceCodes.codes[audienceCode(audience)]!)];
  return new HubError("FORBIDDEN_CHANGE", { coordinate, "askers.en": words.map(({ en }) => en).join(", ").toLowerCase(), "askers.zh": words.map(({ zh }) => zh).join("、") }, { extensions: { coordinate, ...(kind === "Mutation" && name ? { documentationUrl: changePath(name) } : {}) } });
}
