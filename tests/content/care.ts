/** What no text may ask of a learner, and where brands may be named. */

/** A sentence that starts with the verb, or tells “you” to do it. */
const told = (verbs: string, what: string) =>
  new RegExp(
    `(?:^|[:;,]\\s+|\\b(?:and|or|then|please|to do|you (?:can|could|may|might|must|need to|should|will))\\s+)(?:${verbs})\\s+(?:\\S+\\s+){0,4}?(?:${what})\\b`,
    'i',
  );
const notTold = /\b(?:not|never|no|without|instead of|do not|don’t)\b/i;
/** Accounts that a learner may hear of: they belong to a customer of the story. */
const otherAccount = /\b(?:bank|billing|broadband|customer|email|energy|gym|library|member|savings|staff|work)\b/i;

const openAccount = told(
  'open|create|set up|make|start|register for|register with|sign up for|sign up to|join',
  'accounts?|profiles?|facebook|instagram|tiktok|snapchat|whatsapp|youtube|linkedin|x',
);
const giveFacts = told(
  'write|write down|say|tell us|tell your (?:class|group|tutor)|list|share|describe|note|name|give|post|state',
  'your (?:own )?(?:full name|home|address|phone number|age|date of birth|birthday|religion|faith|belief|health|illness|disability|diagnosis|medicine|sexuality|sexual orientation|race|family|pay|wages|password|passcode|pin|bank details|card number)',
);

/** True where a sentence tells the learner to open a social media account. */
export const opensAccount = (sentence: string): boolean =>
  openAccount.test(sentence) && !notTold.test(sentence) && !otherAccount.test(sentence);

/** True where a sentence asks the learner for private facts. */
export const asksPrivate = (sentence: string): boolean =>
  giveFacts.test(sentence) && !notTold.test(sentence);

/** Brands that learners know. Names that are also plain words (Boots, Sky, Threads) are left out. */
const brands =
  /\b(?:Facebook|Instagram|TikTok|YouTube|LinkedIn|WhatsApp|Snapchat|Pinterest|Bluesky|Reddit|Trustpilot|Tripadvisor|Nextdoor|Twitter|Google|Gmail|Microsoft|iPhone|Android|Zoom|Skype|Slack|Amazon|eBay|Vinted|PayPal|Klarna|Tesco|Asda|Sainsbury’s|Morrisons|Aldi|Lidl|Waitrose|Argos|IKEA|Primark|John Lewis|Greggs|McDonald’s|Starbucks|Costa|Nando’s|Deliveroo|Uber|Netflix|Spotify|Disney|Vodafone|Barclays|Lloyds|HSBC|NatWest|Royal Mail|Evri|DPD|ChatGPT|Copilot|Gemini)\b/g;

/** The units whose criteria are about social media platforms, so that these must be named. */
export const unitsWithBrands = [3, 6, 8];

/** The brands that a text names. */
export const brandsIn = (text: string): string[] => text.match(brands) ?? [];
