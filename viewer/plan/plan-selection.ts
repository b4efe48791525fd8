/** What is chosen on the planner's map and in her list of changes. Sends `change`. */
class PlanSelection extends EventTarget {
  /** Districts that are chosen, by id, in the order in which they were chosen. */
  districts: readonly string[] = [];
  /** Index of the intervention whose form is open; undefined when none is. */
  intervention: number | undefined;

  chooseDistricts(districts: readonly string[]): void {
    this.districts = districts;
    this.dispatchEvent(new Event('change'));
  }

  toggleDistrict(id: string): void {
    this.chooseDistricts(
      this.districts.includes(id) ? this.districts.filter((other) => other !== id) : [...this.districts, id],
    );
  }

  openIntervention(index: number | undefined): void {
    this.intervention = index;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's selection in the plan. */
export const planSelection = new PlanSelection();
