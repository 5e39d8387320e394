package org.passerelle.house.violations.measure;

import org.springframework.stereotype.Component;

/** A measure that needs a container. */
@Component
public final class SpringyMeasure {}
