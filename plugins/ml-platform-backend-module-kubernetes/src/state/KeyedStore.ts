/**
 * Values by key, and which of them changed since somebody last asked. A value that
 * reads as the one before is no change.
 */
export class KeyedStore<Value> {
  readonly #values = new Map<string, Value>();
  readonly #dirty = new Set<string>();

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  keys(): Iterable<string> {
    return this.#values.keys();
  }

  entries(): Iterable<[string, Value]> {
    return this.#values.entries();
  }

  /** @returns whether it is another value than before */
  put(key: string, value: Value): boolean {
    const before = this.#values.get(key);
    if (
      before !== undefined &&
      JSON.stringify(before) === JSON.stringify(value)
    ) {
      return false;
    }
    this.#values.set(key, value);
    this.#dirty.add(key);
    return true;
  }

  remove(key: string): void {
    if (this.#values.delete(key)) {
      this.#dirty.add(key);
    }
  }

  /** What follows from the value has changed. */
  touch(key: string): void {
    if (this.#values.has(key)) {
      this.#dirty.add(key);
    }
  }

  touchAll(): void {
    for (const key of this.#values.keys()) {
      this.#dirty.add(key);
    }
  }

  /** Keys whose value changed or went, once. */
  takeDirty(): string[] {
    const keys = [...this.#dirty];
    this.#dirty.clear();
    return keys;
  }
}
