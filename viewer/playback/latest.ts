/** Tells whether something that takes its time has been begun anew meanwhile. */
export class Latest {
  /** Whether something has been begun and has not ended. */
  isUnderWay = false;
  private count = 0;

  /** Returns what tells, later on, whether this is still the latest beginning. */
  begin(): () => boolean {
    const mine = ++this.count;
    this.isUnderWay = true;
    return () => mine === this.count;
  }

  end(): void {
    this.isUnderWay = false;
  }
}
