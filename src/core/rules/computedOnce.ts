/**
 * A pure function of an object whose result is kept as long as the object lives: conditions are looked at for each record, and a record by
 * each condition.
 */
export function computedOnce<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = compute(key);
    kept.set(key, { value });
    return value;
  };
}
