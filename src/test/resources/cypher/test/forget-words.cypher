// Takes away what people asked and said.
MATCH (n:IntroductionRequest|IntroductionStep|HelpfulMark|OptOut|SharedAcquaintances) DETACH DELETE n
