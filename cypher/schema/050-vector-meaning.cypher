// What contributions mean, where a model said so. Of any number of dimensions: the model is the home's own choice.
CREATE VECTOR INDEX contribution_meaning IF NOT EXISTS FOR (c:Readable) ON (c.meaning)
OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine', `vector.quantization.enabled`: true}}
