/** Says below a part that is not awake what that means for the learner. @returns what says it */
export function sayAsleep(place: HTMLElement, text: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'notice small';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
  place.append(notice);
  return notice;
}
