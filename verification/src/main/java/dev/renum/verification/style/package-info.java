/**
 * The style meter: measures source trees and compares them with the yardstick of the house style.
 *
 * <p>Start with {@link dev.renum.verification.style.Yardstick}; {@link dev.renum.verification.style.MainMeter} and
 * {@link dev.renum.verification.style.TestMeter} walk the trees of javac, which parses and does not resolve: types are known by
 * their simple names only.
 */
@NullMarked
package dev.renum.verification.style;

import org.jspecify.annotations.NullMarked;
