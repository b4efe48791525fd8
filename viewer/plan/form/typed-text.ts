import { noChange } from 'lit-html';
import { directive, Directive, type DirectiveParameters, type ElementPart, type PartInfo } from 'lit-html/directive.js';

/** Shows a text in a field, but leaves what is being typed there alone as long as it means the same, or is not yet all. */
class TypedText extends Directive {
  private id = '';
  private text = '';

  // lit-html makes directives with this argument.
  // oxlint-disable-next-line typescript/no-useless-constructor
  constructor(part: PartInfo) {
    super(part);
  }

  render(text: string, isSame: (typed: string) => boolean): unknown {
    void text;
    void isSame;
    return noChange;
  }

  override update({ element }: ElementPart, [text, isSame]: DirectiveParameters<this>): unknown {
    const field = element as HTMLInputElement;
    // The same element may have become the field of something else, of which no part has been typed.
    if (field.id !== this.id && field.validity.badInput) field.value = '';
    this.id = field.id;
    const isAsBefore = text === this.text;
    this.text = text;
    if (field.value === text) return noChange;
    // Of a date or a clock time a part may have been typed, which the browser gives no value for.
    if (isAsBefore && field.validity.badInput) return noChange;
    if (document.activeElement === field && isSame(field.value)) return noChange;
    field.value = text;
    return noChange;
  }
}

/** As an attribute of an input: its text, unless the planner is typing what means the same in other words. */
export const typedText = directive(TypedText);
