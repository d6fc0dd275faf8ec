/** Says below a part that could not be woken what that means for the learner. */
export function sayAsleep(place: HTMLElement, text: string): void {
  const notice = document.createElement('p');
  notice.className = 'notice small';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
  place.append(notice);
}
