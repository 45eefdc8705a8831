/** What is said of a fault of ours; what it was goes to the log. */
export const WENT_WRONG = 'Something went wrong on the server. It has been logged; try again in a moment.'
