import { codelist } from "./codelist.ts";
import { disclosureClasses as cls } from "./disclosure-class.ts";

/** The classes of what is read through the hub, as codes; what is withheld is not read and has none. */
export const disclosureClassCode = codelist("DisclosureClass", "Who may read a field (共享开放属性).", {
  OPEN: cls.open,
  SHARED: cls.shared,
  CONDITIONAL: cls.conditional,
  RESTRICTED: cls.restricted,
});
