/**
 * A small tree of rooms that breaks every house rule once, so that each rule proves it can fail. No
 * code uses it.
 */
package org.passerelle.house.violations;
