import { isRecord, toList } from '../core/record';

interface Rule {
  subject?: unknown;
  conditions?: unknown;
}

/** Attributes that conditions look at, at any depth: `{ $and: [{ locale: … }, { createdBy: … }] }`. */
const attributesIn = (conditions: unknown): string[] => {
  if (Array.isArray(conditions)) return conditions.flatMap(attributesIn);
  if (!isRecord(conditions)) return [];
  return Object.entries(conditions).flatMap(([key, value]) =>
    key.startsWith('$') ? attributesIn(value) : [key]
  );
};

/**
 * Whether what a role may do with a type's documents depends on more of them than their locale: then a check needs the
 * row with its creator, else it is spared to read it.
 */
export const dependsOnRow = (userAbility: unknown, uid: string): boolean => {
  const { rules } = userAbility as { rules: readonly Rule[] };
  return rules.some(
    ({ subject, conditions }) =>
      toList(subject).includes(uid) &&
      attributesIn(conditions).some((name) => name.split('.')[0] !== 'locale')
  );
};
