import { namesInField, scriptOf } from './published-name.ts';
import type { EntityKind, ListedName, NameKind, NameStrength } from './register.ts';

/** Gathers the names of one entry from the fields they are published in. */
export interface NameGatherer {
  /** Adds the names in a field: the first is of the kind, further ones are aliases of it. */
  add(field: string, kind: NameKind, strength: NameStrength): void;
  readonly names: () => ListedName[];
}

/** The same name twice is once: the first mention stands, unless a later one is rated better. */
export function gatherNames(of: EntityKind): NameGatherer {
  const names = new Map<string, ListedName>();
  return {
    add(field, kind, strength) {
      namesInField(field, of).forEach((text, at) => {
        const known = names.get(text);
        const own = at > 0 && kind === 'primary' ? 'alias' : kind;
        if (known === undefined)
          names.set(text, { text, kind: own, strength, script: scriptOf(text) });
        else if (known.strength === 'weak') names.set(text, { ...known, strength });
      });
    },
    names: () => [...names.values()],
  };
}
