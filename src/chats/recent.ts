/** A bounded set that forgets what was added first. */
export class Recent<T> {
  private readonly most: number;
  private readonly items = new Set<T>();

  constructor(most: number) {
    this.most = most;
  }

  add(item: T): void {
    this.items.add(item);
    if (this.items.size <= this.most) return;
    for (const oldest of this.items) {
      this.items.delete(oldest);
      return;
    }
  }

  has(item: T): boolean {
    return this.items.has(item);
  }
}
