/** Year that screens, briefings and headlines compare with until the reader chooses another: the last one before the sanctions of 2014. */
export const BASE_YEAR = 2013
